{{%AUTOESCAPE context="HTML"}}
{{! The slot finder: PATIENT_ID PATIENT_NAME BORN MRN SPEAKS, INTERPRETER; TYPE PROVIDER SITE LANGUAGE EARLIEST PART MODE AGAIN (fields), FROM_CALENDAR (DATE_ISO START_TEXT); SOME, NONE, LOOKED, NOT_YET (no type chosen); TYPE_NAME TYPE_ID MINUTES, WAY, MAKES_UP (AGAIN_ID); DAY rows (TEXT; WHY (REASON); WHO rows (NAME PLACE; TIME rows (SLOT LABEL))). }}
<div class="page-head"><div><h1>Book visit</h1><p class="sub"><a href="/patients/{{PATIENT_ID}}"><bdi>{{PATIENT_NAME}}</bdi></a>, born {{BORN}}, MRN {{MRN}}, speaks {{SPEAKS}}{{#INTERPRETER}} <span class="tag blue"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#languages"></use></svg>Interpreter needed</span>{{/INTERPRETER}}</p></div>
<div class="actions"><a class="btn" href="/patients/{{PATIENT_ID}}/sequences">Linked visits</a><a class="btn" href="/appointments/new">Other patient</a></div></div>
<div class="g2">
<form class="card" method="get" action="/appointments/new" aria-label="What to look for"><div class="body form">
<input type="hidden" name="patient" value="{{PATIENT_ID}}">
{{#FROM_CALENDAR}}<div class="note blue"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#info"></use></svg><div>Choose the type of visit for the time picked in the calendar, {{DATE_ISO}} {{START_TEXT}}.</div></div><input type="hidden" name="date" value="{{DATE_ISO}}"><input type="hidden" name="start" value="{{START_TEXT}}">{{/FROM_CALENDAR}}
{{>TYPE}}
{{>PROVIDER}}
{{>SITE}}
{{>LANGUAGE}}
{{>EARLIEST}}
{{>PART}}
{{>MODE}}
{{>AGAIN}}
<p class="form-actions"><button class="btn primary" type="submit">Find times</button></p>
</div></form>
<section class="card" aria-labelledby="free"><header><h2 id="free">Free times</h2>{{#SOME}}<span class="sub">{{TYPE_NAME}}, {{MINUTES}} min</span>{{/SOME}}{{#NONE}}<span class="sub">{{TYPE_NAME}}, {{MINUTES}} min</span>{{/NONE}}</header>
{{#NOT_YET}}<p class="empty">Choose a type of visit to see free times.</p>{{/NOT_YET}}
{{#NONE}}<div class="empty"><b>No free time in these 30 days.</b><p>Try any provider, any site, any time of day, or a later day.</p></div>{{/NONE}}
{{#LOOKED}}<form method="post" action="/appointments/hold"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><input type="hidden" name="patient" value="{{PATIENT_ID}}"><input type="hidden" name="type" value="{{TYPE_ID}}"><input type="hidden" name="mode" value="{{WAY}}">{{#MAKES_UP}}<input type="hidden" name="again" value="{{AGAIN_ID}}">{{/MAKES_UP}}
<ol class="slots">
{{#DAY}}<li><h3>{{TEXT}}</h3><div>{{#WHO}}<p class="sub">{{NAME}}, {{PLACE}}</p><div class="times">{{#TIME}}<button class="btn" type="submit" name="slot" value="{{SLOT}}">{{LABEL}}<span class="vh">, {{TEXT}}, {{NAME}}</span></button>{{/TIME}}</div>{{/WHO}}{{#WHY}}<p class="sub">{{REASON}}</p>{{/WHY}}</div></li>
{{/DAY}}</ol></form>{{/LOOKED}}
</section>
</div>
