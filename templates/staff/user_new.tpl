{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; LOGIN NAME EMAIL ROLES TEAMS LICENSED CLINICAL_STAFF (fields). }}
<div class="page-head"><div><h1>New user</h1><p class="sub">The program makes a first password. It is shown once, and must be changed at the first log-in.</p></div></div>
{{>ERRORS}}
<form class="card" method="post" action="/admin/users"><div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>NAME}}
{{>LOGIN}}
{{>EMAIL}}
{{>ROLES}}
{{>TEAMS}}
{{>LICENSED}}
{{>CLINICAL_STAFF}}
<p class="form-actions"><button class="btn primary" type="submit">Add user</button><a class="btn quiet" href="/admin/users">Cancel</a></p>
</div></form>
