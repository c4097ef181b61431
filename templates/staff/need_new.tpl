{{%AUTOESCAPE context="HTML"}}
{{! Something more that a visit needs: ERRORS; VISIT NAME WHEN VISIT_WHAT WITH; KIND WHAT NOTE (fields). }}
<div class="page-head"><div><h1>What else does the visit need?</h1><p class="sub"><a href="/appointments/{{VISIT}}">{{VISIT_WHAT}}, {{WHEN}}</a> · <bdi>{{NAME}}</bdi> · {{WITH}}</p></div></div>
{{>ERRORS}}
<form class="card" method="post" action="/appointments/{{VISIT}}/needs"><div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>KIND}}{{>WHAT}}{{>NOTE}}
<p class="form-actions"><button class="btn primary" type="submit">Add</button><a class="btn quiet" href="/appointments/{{VISIT}}#needs">Cancel</a></p></div></form>
