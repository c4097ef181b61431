{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; ID SITE_NAME; DAY NAME EVERYWHERE (fields). }}
<div class="page-head"><div><h1>Add closed day</h1><p class="sub">{{SITE_NAME}}</p></div></div>
{{>ERRORS}}
<form class="card" method="post" action="/admin/sites/{{ID}}/closures"><div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>DAY}}
{{>NAME}}
{{>EVERYWHERE}}
<p class="form-actions"><button class="btn primary" type="submit">Add closed day</button><a class="btn quiet" href="/admin/sites/{{ID}}">Cancel</a></p>
</div></form>
