{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; ID SITE_NAME HOST; ROW rows (KIOSK_ID NAME MADE SEEN, IN_USE WAITS EXPIRED ENDED, MAY_END), NONE; field NAME of the form. }}
<div class="page-head"><div><h1>Kiosks, {{SITE_NAME}}</h1><p class="sub">Devices in the waiting room on which patients check themselves in.</p></div>
<div class="actions"><a class="btn" href="/admin/sites/{{ID}}">Back to the site</a></div></div>
{{>ERRORS}}
<div class="cols"><div class="stack">
<section class="card" aria-labelledby="kiosks"><header><h2 id="kiosks">Kiosks</h2></header>
<div class="scroll"><table class="t list fold"><caption class="vh">Kiosks of this site</caption>
<thead><tr><th scope="col">Where</th><th scope="col">State</th><th scope="col">Made</th><th scope="col">Last used</th><th scope="col"><span class="vh">Action</span></th></tr></thead>
<tbody>
{{#ROW}}<tr><th scope="row">{{NAME}}</th><td data-label="State">{{#IN_USE}}<span class="tag green"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#check"></use></svg>In use</span>{{/IN_USE}}{{#WAITS}}<span class="tag amber"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#clock"></use></svg>Code not used yet</span>{{/WAITS}}{{#EXPIRED}}<span class="tag amber"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#circle-alert"></use></svg>Run out: make a new one</span>{{/EXPIRED}}{{#ENDED}}<span class="tag">Out of use</span>{{/ENDED}}</td><td data-label="Made">{{MADE}}</td><td data-label="Last used">{{SEEN}}</td>
<td>{{#MAY_END}}<form class="inline" method="post" action="/admin/sites/{{ID}}/kiosks/{{KIOSK_ID}}/end"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><button class="btn sm" type="submit">Take out of use<span class="vh">: {{NAME}}</span></button></form>{{/MAY_END}}</td></tr>
{{/ROW}}</tbody></table></div>
{{#NONE}}<div class="empty"><b>No kiosk yet</b><p>Any tablet or computer with a browser will do.</p></div>{{/NONE}}</section>
</div><aside class="stack" aria-label="New kiosk">
<section class="card" aria-labelledby="new"><header><h2 id="new">New kiosk</h2></header>
<form class="body form" method="post" action="/admin/sites/{{ID}}/kiosks"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>NAME}}
<p class="form-actions"><button class="btn primary" type="submit">Make a code</button></p></form></section>
<section class="card" aria-labelledby="what"><header><h2 id="what">What a kiosk can do</h2></header><div class="body"><p>It finds today’s visit of whoever types two identifiers, asks what every patient is asked, and marks them arrived. It shows one letter of the name and the time, and clears itself after a minute.</p><p class="mt">Set the browser to open only <b>{{HOST}}/kiosk</b>, and lock the device to it. After 30 days it is set up anew.</p></div></section>
</aside></div>
