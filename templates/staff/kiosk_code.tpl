{{%AUTOESCAPE context="HTML"}}
{{! A new kiosk's code: ID SITE_NAME NAME CODE UNTIL HOST. }}
<div class="page-head"><div><h1>Kiosk code</h1><p class="sub">{{NAME}}, {{SITE_NAME}}</p></div></div>
<section class="card"><div class="body">
<p class="big-code">{{CODE}}</p>
<ol class="mt">
<li>On the device, open <b>{{HOST}}/kiosk</b></li>
<li>Type this code. It works once, until {{UNTIL}}.</li>
<li>Lock the device to that page.</li>
</ol>
<p class="note blue mt">The code is shown this once. If it was not used, make a new one and take this kiosk out of use.</p>
<p class="form-actions"><a class="btn primary" href="/admin/sites/{{ID}}/kiosks">To the kiosks</a></p>
</div></section>
