{{%AUTOESCAPE context="HTML"}}
{{! WARNINGS include; ID NAME BORN MRN WHAT OLD_DAY OLD_TIMES OLD_WITH OLD_PLACE NEW_DAY NEW_TIMES ZONE NEW_WITH NEW_PLACE VERSION SLOT, TOLD, NOT_TOLD. }}
<section class="card ask"><h1>Move the visit of <bdi>{{NAME}}</bdi>?</h1>
<dl class="kv"><dt>Patient</dt><dd>{{NAME}}, born {{BORN}}, MRN {{MRN}}</dd><dt>Visit</dt><dd>{{WHAT}}</dd>
<dt>From</dt><dd>{{OLD_DAY}}, {{OLD_TIMES}}, {{OLD_WITH}}, {{OLD_PLACE}}</dd>
<dt>To</dt><dd><b>{{NEW_DAY}}, {{NEW_TIMES}}</b> {{ZONE}}, {{NEW_WITH}}, {{NEW_PLACE}}</dd></dl>
{{>WARNINGS}}
<p class="mt">The visit must be confirmed anew.</p>
{{#TOLD}}<p>The patient is told by text message or e-mail.</p>{{/TOLD}}{{#NOT_TOLD}}<p>The patient has agreed to neither text messages nor e-mail: tell them yourself.</p>{{/NOT_TOLD}}
<form method="post" action="/appointments/{{ID}}/move">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="once" value="{{ONCE}}">
<input type="hidden" name="version" value="{{VERSION}}">
<input type="hidden" name="slot" value="{{SLOT}}">
<p class="form-actions"><button class="btn primary" type="submit">Move visit</button><a class="btn quiet" href="/appointments/{{ID}}/move">Other time</a></p>
</form></section>
