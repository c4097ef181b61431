{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; ID WHO LOGIN SINCE LAST FAILED; SELF NOT_SELF DISABLED FIRST; STALE (THEIR_NAME THEIR_EMAIL THEIR_ROLES); MAY_DISABLE MAY_ENABLE MAY_RESET MAY_END; NAME EMAIL ROLES TEAMS LICENSED CLINICAL_STAFF VERSION (fields); SESSION rows (WHAT WHERE SINCE SEEN ID, THIS, OTHER), NONE. }}
<div class="page-head"><div><h1><bdi>{{WHO}}</bdi></h1><p class="sub">{{LOGIN}}{{#DISABLED}} <span class="tag">Disabled</span>{{/DISABLED}}{{#FIRST}} <span class="tag amber">First password not changed</span>{{/FIRST}}</p></div>
<div class="actions"><a class="btn" href="/admin/users">All users</a></div></div>
{{>ERRORS}}
{{#STALE}}<div class="note red" role="alert"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#triangle-alert"></use></svg><div data-why><b>Somebody else changed this user while you were editing.</b> Nothing of yours is saved yet. Saved now is: name {{THEIR_NAME}}, e-mail {{THEIR_EMAIL}}, roles {{THEIR_ROLES}}. Below is what you chose; save again to put it in place.</div></div>{{/STALE}}
<div class="cols"><div class="stack">
<form class="card" method="post" action="/admin/users/{{ID}}" aria-labelledby="edit">
<header><h2 id="edit">Details and roles</h2></header>
<div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>VERSION}}
{{>NAME}}
{{>EMAIL}}
{{#SELF}}<p class="hint">These are your own roles: another administrator changes them.</p>{{/SELF}}
{{>ROLES}}
{{>TEAMS}}
{{>LICENSED}}
{{>CLINICAL_STAFF}}
<p class="form-actions"><button class="btn primary" type="submit">Save user</button><a class="btn quiet" href="/admin/users">Cancel</a></p>
</div></form>
</div><aside class="stack" aria-label="Account">
<section class="card" aria-labelledby="acc"><header><h2 id="acc">Account</h2></header>
<div class="body"><dl class="kv"><dt>Added</dt><dd>{{SINCE}}</dd><dt>Last log-in</dt><dd>{{LAST}}</dd><dt>Wrong passwords since</dt><dd>{{FAILED}}</dd></dl></div></section>
<section class="card" aria-labelledby="ses"><header><h2 id="ses">Sessions</h2></header>
<ul class="rows two">
{{#SESSION}}<li><span>{{WHAT}}{{#THIS}} <span class="tag green">This one</span>{{/THIS}}<span class="sub num">{{WHERE}}, since {{SINCE}}</span></span><span class="sub num">{{SEEN}}</span></li>
{{/SESSION}}</ul>
{{#NONE}}<div class="empty"><b>Not logged in</b></div>{{/NONE}}
{{#MAY_END}}<div class="body"><form method="post" action="/admin/users/{{ID}}/end"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><button class="btn" type="submit">End all sessions</button></form></div>{{/MAY_END}}</section>
{{#NOT_SELF}}<section class="card" aria-labelledby="door"><header><h2 id="door">Way in</h2></header>
<div class="body stack">
{{#MAY_RESET}}<form method="post" action="/admin/users/{{ID}}/reset"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><p>A new first password ends all sessions and must be changed at the next log-in.</p><p class="form-actions"><button class="btn" type="submit"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#key-round"></use></svg>Give new password</button></p></form>{{/MAY_RESET}}
{{#MAY_DISABLE}}<form method="post" action="/admin/users/{{ID}}/disable"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><p>Disabling works at once. What {{WHO}} did stays on record.</p><p class="form-actions"><button class="btn danger" type="submit"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#user-x"></use></svg>Disable user</button></p></form>{{/MAY_DISABLE}}
{{#MAY_ENABLE}}<form method="post" action="/admin/users/{{ID}}/enable"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><p>{{WHO}} cannot log in.</p><p class="form-actions"><button class="btn primary" type="submit"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#user-check"></use></svg>Enable user</button></p></form>{{/MAY_ENABLE}}
</div></section>{{/NOT_SELF}}
</aside></div>
