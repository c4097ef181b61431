{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; the facts of visit_show.tpl; TOLD, NOT_TOLD; CHAINED (SEQUENCE_NAME OF; STEP rows as in part/visit_sequence.tpl); BY REASON NOTE NEXT ON WHY OTHERS VERSION (fields). }}
{{>ERRORS}}
<section class="card ask"><h1>Cancel the visit of <bdi>{{NAME}}</bdi>?</h1>
<dl class="kv"><dt>Patient</dt><dd>{{NAME}}, born {{BORN}}, MRN {{MRN}}</dd><dt>Visit</dt><dd>{{WHAT}}</dd><dt>When</dt><dd><b>{{DAY}}, {{TIMES}}</b> {{ZONE}}</dd><dt>With</dt><dd>{{WITH}}, {{PLACE}}</dd></dl>
<p class="mt">The time becomes free for others.</p>
{{#TOLD}}<p>If the clinic cancels, the patient is told by text message or e-mail.</p>{{/TOLD}}{{#NOT_TOLD}}<p>The patient has agreed to neither text messages nor e-mail: tell them yourself.</p>{{/NOT_TOLD}}
<form class="mt" method="post" action="/appointments/{{ID}}/cancel"><div class="form">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="once" value="{{ONCE}}">
{{>VERSION}}
{{>BY}}
{{>REASON}}
{{>NOTE}}
{{#CHAINED}}<div class="note amber"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#info"></use></svg><div><p>This visit is part of {{SEQUENCE_NAME}}:</p><ul>{{#STEP}}<li><a href="/appointments/{{ID}}">{{WHAT}}</a>, {{WHEN}}, {{WITH}}, {{PLACE}} {{>STATUS}}</li>{{/STEP}}</ul></div></div>
{{>OTHERS}}{{/CHAINED}}
{{>NEXT}}
{{>ON}}
{{>WHY}}
<p class="form-actions"><button class="btn danger" type="submit">Cancel visit</button><a class="btn quiet" href="/appointments/{{ID}}">Go back</a></p>
</div></form></section>
