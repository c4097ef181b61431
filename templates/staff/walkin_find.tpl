{{%AUTOESCAPE context="HTML"}}
{{! Who came: ERRORS; PLACE SITE_ID; SITE FIND (fields); MAY_CREATE; MATCHES (visit_who.tpl). }}
<div class="page-head"><div><h1>Walk-in</h1><p class="sub">{{PLACE}} · Who is here?</p></div></div>
{{>ERRORS}}
<form class="card" method="post" action="/flow/walk-in/patient"><div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>SITE}}{{>FIND}}
<p class="form-actions"><button class="btn primary" type="submit">Find patient</button>{{#MAY_CREATE}}<a class="btn quiet" href="/patients/new">Register patient</a>{{/MAY_CREATE}}<a class="btn quiet" href="/flow?site={{SITE_ID:u}}">Back to the board</a></p>
</div></form>
{{>MATCHES}}
