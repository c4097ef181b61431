{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; NOBODY; PROVIDER; FIRST, ON (SINCE USED SHOWS); NAMES (field). }}
<div class="page-head"><div><h1>My calendar elsewhere</h1><p class="sub">Read your visits in the calendar program of your phone or computer.</p></div><div class="actions"><a class="btn" href="/me">My settings</a></div></div>
{{>ERRORS}}
{{#NOBODY}}<section class="card"><div class="empty"><b>You are not set up as a provider.</b><p>An administrator can connect your login with a provider under Schedules.</p></div></section>{{/NOBODY}}
{{#ON}}<section class="card" aria-labelledby="now"><header><h2 id="now">Your link</h2><span class="tag green"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#circle-check"></use></svg>In use</span></header>
<div class="body"><dl class="kv"><dt>Made</dt><dd>{{SINCE}}</dd><dt>Last read</dt><dd>{{USED}}</dd><dt>Shows</dt><dd>{{SHOWS}}</dd></dl>
<form class="mt" method="post" action="/me/calendar/stop"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><button class="btn danger" type="submit">Stop this link</button></form></div></section>
{{/ON}}{{#PROVIDER}}<form class="card mt" method="post" action="/me/calendar" aria-labelledby="make"><header><h2 id="make">{{#FIRST}}Make a link{{/FIRST}}{{#ON}}Make a new link{{/ON}}</h2></header><div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
<p class="sub">Whoever has the link can read when and where you have visits. It is shown once; a new one stops the old one.</p>
<div class="mt">{{>NAMES}}</div>
<p class="form-actions"><button class="btn primary" type="submit">Make the link</button></p>
</div></form>{{/PROVIDER}}
