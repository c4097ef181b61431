{{%AUTOESCAPE context="HTML"}}
{{! WARNINGS include; What is about to be booked: ERRORS; PATIENT_ID PATIENT_NAME BORN MRN SPEAKS, INTERPRETER; TYPE_NAME DAY_LONG TIMES ZONE MINUTES PROVIDER_NAME SITE_NAME, PREPARE, PREPARATION, TOLD, NOT_TOLD, BACK, KEPT (UNTIL PATIENT_ID TYPE_ID, MAKES_UP (AGAIN_ID)), CHOICE; PATIENT TYPE SLOT AGAIN MODE REASON NOTE (fields). }}
{{>ERRORS}}
<section class="card ask"><h1>Book this visit?</h1>
<dl class="kv">
<dt>Patient</dt><dd><a href="/patients/{{PATIENT_ID}}"><bdi>{{PATIENT_NAME}}</bdi></a>, born {{BORN}}, MRN {{MRN}}</dd>
<dt>Speaks</dt><dd>{{SPEAKS}}{{#INTERPRETER}}, needs an interpreter{{/INTERPRETER}}</dd>
<dt>Visit</dt><dd>{{TYPE_NAME}}, {{MINUTES}} minutes</dd>
<dt>When</dt><dd><b>{{DAY_LONG}}, {{TIMES}}</b> {{ZONE}}</dd>
<dt>With</dt><dd>{{PROVIDER_NAME}}, {{SITE_NAME}}</dd>
</dl>
{{>WARNINGS}}
{{#PREPARE}}<p class="pre mt">{{PREPARATION:p}}</p>{{/PREPARE}}
{{#TOLD}}<p class="mt">The patient is told by text message or e-mail.</p>{{/TOLD}}{{#NOT_TOLD}}<p class="mt">The patient has agreed to neither text messages nor e-mail: tell them yourself.</p>{{/NOT_TOLD}}
<form class="mt" method="post" action="/appointments"><div class="form">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="once" value="{{ONCE}}">
{{>PATIENT}}
{{>TYPE}}
{{>SLOT}}
{{>AGAIN}}
{{#CHOICE}}{{>MODE}}{{/CHOICE}}
{{>REASON}}
{{>NOTE}}
<p class="form-actions"><button class="btn primary" type="submit">Book visit</button><a class="btn quiet" href="{{BACK}}">Other time</a></p>
</div></form>
{{#KEPT}}<form class="kept" method="post" action="/appointments/let-go"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><input type="hidden" name="patient" value="{{PATIENT_ID}}"><input type="hidden" name="type" value="{{TYPE_ID}}">{{#MAKES_UP}}<input type="hidden" name="again" value="{{AGAIN_ID}}">{{/MAKES_UP}}<p class="sub"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#clock"></use></svg>Kept for you until {{UNTIL}}. <button class="btn sm quiet" type="submit">Let it go and find another</button></p></form>
{{/KEPT}}</section>
