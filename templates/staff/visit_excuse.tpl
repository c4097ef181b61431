{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; ID NAME WHAT WHEN; REASON NOTE (fields). }}
<div class="page-head"><div><h1>Excuse a missed visit</h1><p class="sub"><bdi>{{NAME}}</bdi>: {{WHAT}}, {{WHEN}}</p></div></div>
{{>ERRORS}}
<form class="card" method="post" action="/appointments/{{ID}}/excuse"><div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
<p>An excused visit is not counted when it is asked how often patients miss their visits.</p>
{{>REASON}}
{{>NOTE}}
<p class="form-actions"><button class="btn primary" type="submit">Excuse it</button><a class="btn quiet" href="/appointments/{{ID}}">Cancel</a></p>
</div></form>
