{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; ID NAME BORN MRN REASON_TEXT; CHANNEL NUMBER OUTCOME PERSON SAID ASKED (fields). }}
<div class="page-head"><div><h1>Record a try</h1><p class="sub"><bdi>{{NAME}}</bdi>, born {{BORN}}, MRN {{MRN}}: {{REASON_TEXT}}</p></div></div>
{{>ERRORS}}
<form class="card" method="post" action="/recalls/{{ID}}/try"><div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>CHANNEL}}
{{>NUMBER}}
{{>OUTCOME}}
{{>PERSON}}
{{>SAID}}
{{>ASKED}}
<p class="form-actions"><button class="btn primary" type="submit">Save the try</button><a class="btn quiet" href="/recalls/{{ID}}">Cancel</a></p>
</div></form>
