{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; NAME USER LIFE (fields). }}
<div class="page-head"><div><h1>New key</h1><p class="sub">It is shown once, and can be revoked at any time.</p></div></div>
{{>ERRORS}}
<form class="card" method="post" action="/admin/api-keys"><div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>NAME}}
{{>USER}}
{{>LIFE}}
<p class="form-actions"><button class="btn primary" type="submit">Make the key</button><a class="btn quiet" href="/admin/api-keys">Cancel</a></p>
</div></form>
