{{%AUTOESCAPE context="HTML"}}
{{! Who a visit is for: ERRORS; FIND (field); TO_VALUE; MAY_CREATE; MATCHES (visit_who.tpl). }}
<div class="page-head"><div><h1>Book visit</h1><p class="sub">For whom?</p></div></div>
{{>ERRORS}}
<form class="card" method="post" action="/appointments/patient"><div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>FIND}}
<input type="hidden" name="to" value="{{TO_VALUE}}">
<p class="form-actions"><button class="btn primary" type="submit">Find patient</button>{{#MAY_CREATE}}<a class="btn quiet" href="/patients/new">Register patient</a>{{/MAY_CREATE}}</p>
</div></form>
{{>MATCHES}}
