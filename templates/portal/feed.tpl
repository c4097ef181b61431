{{%AUTOESCAPE context="HTML"}}
{{! FIRST, ON (SINCE USED). }}
<a class="back" href="/portal/me"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#arrow-left"></use></svg>[[Back]]</a>
<h1>[[Visits in my calendar]]</h1>
<p>[[Your phone or computer can show your visits and keep them up to date by itself.]]</p>
<p class="hint">[[It says when and where, and never what a visit is for.]]</p>
{{#ON}}<section class="panel" aria-labelledby="now"><h2 id="now">[[Your link is in use]]</h2>
<dl class="kv mt"><dt>[[Made]]</dt><dd>{{SINCE}}</dd><dt>[[Last read]]</dt><dd>{{USED}}</dd></dl>
<div class="btns one"><form action="/portal/me/calendar/stop" method="post"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><button class="btn" type="submit">[[Stop this link]]</button></form></div></section>
{{/ON}}<section class="panel" aria-labelledby="make"><h2 id="make">{{#FIRST}}[[Make a link]]{{/FIRST}}{{#ON}}[[Make a new link]]{{/ON}}</h2>
<p class="mt">[[Whoever has the link can see when you have visits. It is shown once. A new link stops the old one.]]</p>
<div class="btns one mt"><form action="/portal/me/calendar" method="post"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><button class="btn primary" type="submit">[[Make the link]]</button></form></div></section>
