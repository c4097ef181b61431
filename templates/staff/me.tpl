{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; LOGIN NAME EMAIL ROLES LAST FAILED; THEME DENSITY SITE SHORTCUTS (fields). }}
<div class="page-head"><div><h1>My settings</h1><p class="sub">{{NAME}}</p></div></div>
{{>ERRORS}}
<div class="cols"><div class="stack">
<form class="card" method="post" action="/me" aria-labelledby="look">
<header><h2 id="look">How it looks and works</h2></header>
<div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>THEME}}
{{>DENSITY}}
{{>SITE}}
{{>SHORTCUTS}}
<p class="form-actions"><button class="btn primary" type="submit">Save settings</button></p>
</div></form>
</div><aside class="stack" aria-label="Account">
<section class="card" aria-labelledby="acc"><header><h2 id="acc">Account</h2></header>
<div class="body"><dl class="kv">
<dt>Login</dt><dd>{{LOGIN}}</dd>
<dt>E-mail</dt><dd>{{EMAIL}}</dd>
<dt>Roles</dt><dd>{{ROLES}}</dd>
<dt>Logged in</dt><dd>{{LAST}}</dd>
<dt>Wrong passwords since</dt><dd>{{FAILED}}</dd>
</dl><p class="hint mt">An administrator changes name, e-mail and roles.</p></div></section>
<section class="card" aria-labelledby="sec"><header><h2 id="sec">Safety</h2></header>
<div class="body"><p class="form-actions"><a class="btn" href="/me/password"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#key-round"></use></svg>Change password</a>
<a class="btn" href="/me/sessions"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#monitor-smartphone"></use></svg>My sessions</a>
<a class="btn" href="/me/calendar"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#calendar-days"></use></svg>My calendar elsewhere</a></p></div></section>
</aside></div>
