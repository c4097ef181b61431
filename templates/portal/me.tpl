{{%AUTOESCAPE context="HTML"}}
<h1>[[My details]]</h1>
<section class="panel" aria-labelledby="reach"><h2 id="reach">[[How we reach you]]</h2>
<dl class="kv mt"><dt>[[Phone]]</dt><dd>{{PHONE}}</dd><dt>[[Email]]</dt><dd>{{EMAIL}}</dd><dt>[[Address]]</dt><dd>{{ADDRESS}}</dd><dt>[[We contact you by]]</dt><dd>{{CHANNEL}}</dd></dl>
<div class="btns one"><a class="btn" href="/portal/me/contact"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#pencil"></use></svg>[[Change these details]]</a></div></section>
<section class="panel" aria-labelledby="who"><h2 id="who">[[Who you are]]</h2>
<dl class="kv mt"><dt>[[Name]]</dt><dd><bdi>{{NAME}}</bdi></dd><dt>[[Date of birth]]</dt><dd>{{BORN}}</dd><dt>[[Medical record number]]</dt><dd>{{MRN}}</dd><dt>[[Language]]</dt><dd>{{LANGUAGE}}</dd></dl>
<p class="hint">[[Something wrong here? Call us.]]</p></section>
<section class="panel" aria-labelledby="cal"><h2 id="cal">[[Visits in my calendar]]</h2>
<p class="hint">[[Your phone or computer can show your visits and keep them up to date by itself.]]</p>
<div class="btns one"><a class="btn" href="/portal/me/calendar"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#calendar-days"></use></svg>[[Set up]]</a></div></section>
<section class="panel" aria-labelledby="acc"><h2 id="acc">[[Your account]]</h2>
<dl class="kv mt"><dt>[[You log in as]]</dt><dd>{{LOGIN}}</dd><dt>[[Last log-in]]</dt><dd>{{LAST}}</dd></dl>
<div class="btns one"><a class="btn" href="/portal/me/password"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#lock"></use></svg>[[Change my password]]</a>
<form action="/portal/logout" method="post"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><button class="btn" type="submit"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#log-out"></use></svg>[[Log out]]</button></form></div></section>
