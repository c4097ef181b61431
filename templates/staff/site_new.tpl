{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; NAME ZONE ADDRESS CITY STATE POSTAL PHONE DIRECTIONS (fields). }}
<div class="page-head"><div><h1>New site</h1></div></div>
{{>ERRORS}}
<form class="card" method="post" action="/admin/sites"><div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>NAME}}
{{>ZONE}}
{{>ADDRESS}}
<div class="pair">
{{>CITY}}
{{>STATE}}
{{>POSTAL}}
</div>
{{>PHONE}}
{{>DIRECTIONS}}
<p class="form-actions"><button class="btn primary" type="submit">Add site</button><a class="btn quiet" href="/admin/sites">Cancel</a></p>
</div></form>
