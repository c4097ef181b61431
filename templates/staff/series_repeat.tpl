{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; the visit: ID NAME WHAT DAY TIMES WITH PLACE; FREQ EVERY MON TUE WED THU FRI SAT SUN COUNT UNTIL HOLIDAYS (fields). }}
{{>ERRORS}}
<div class="page-head"><div><h1>Repeat this visit</h1><p class="sub"><bdi>{{NAME}}</bdi>: {{WHAT}}, <b>{{DAY}}, {{TIMES}}</b> with {{WITH}}, {{PLACE}}</p></div></div>
<form class="card" method="get" action="/appointments/{{ID}}/repeat"><div class="body form">
{{>FREQ}}
{{>EVERY}}
<fieldset class="group"><legend>On these days (weekly only)</legend><p class="hint">The day of this visit is always one of them.</p>{{>MON}}{{>TUE}}{{>WED}}{{>THU}}{{>FRI}}{{>SAT}}{{>SUN}}</fieldset>
{{>COUNT}}
{{>UNTIL}}
{{>HOLIDAYS}}
<p class="form-actions"><button class="btn primary" type="submit">Check all dates</button><a class="btn quiet" href="/appointments/{{ID}}">Go back</a></p>
</div></form>
