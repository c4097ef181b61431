{{%AUTOESCAPE context="HTML"}}
{{! ID LOGIN NAME PASSWORD: shown once. }}
<section class="card ask">
<h1>First password of {{NAME}}</h1>
<p>Give it to {{NAME}} in person or by phone. It is not kept, so it cannot be shown again; it must be changed at the first log-in.</p>
<dl class="kv"><dt>Login</dt><dd>{{LOGIN}}</dd></dl>
<p class="sub">First password</p>
<p class="code big-code">{{PASSWORD}}</p>
<p class="form-actions"><a class="btn primary" href="/admin/users/{{ID}}">Go to {{NAME}}</a><a class="btn quiet" href="/admin/users">All users</a></p>
</section>
