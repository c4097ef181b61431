{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; ID NAME BORN MRN REASON_TEXT; REASON NOTE VERSION (fields). }}
<div class="page-head"><div><h1>Stop the recall</h1><p class="sub"><bdi>{{NAME}}</bdi>, born {{BORN}}, MRN {{MRN}}: {{REASON_TEXT}}</p></div></div>
{{>ERRORS}}
<form class="card" method="post" action="/recalls/{{ID}}/stop"><div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>REASON}}
{{>NOTE}}
{{>VERSION}}
<p class="form-actions"><button class="btn danger" type="submit">Stop the recall</button><a class="btn quiet" href="/recalls/{{ID}}">Go back</a></p>
</div></form>
