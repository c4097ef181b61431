{{%AUTOESCAPE context="HTML"}}
{{! ID PATIENT NAME BORN MRN TYPE_NAME REASON DUE TRIED TONE STATE PHONE OPENS LATE BY; COMES_AGAIN (MONTHS); ITS_VISIT (VISIT_ID WHEN); TRY rows (AT WAY WHOM CAME_OF_IT USER SAID_TEXT), NO_TRIES; MAY_BOOK (TYPE_ID), MAY_CHANGE, MAY_STOP, MAY_TRY. }}
<div class="page-head"><div><h1>Recall: <bdi>{{NAME}}</bdi></h1><p class="sub num">Born {{BORN}} · MRN {{MRN}}</p></div>
<div class="actions"><a class="btn quiet" href="/recalls">Recalls</a>{{#MAY_STOP}}<a class="btn" href="/recalls/{{ID}}/stop">Stop</a>{{/MAY_STOP}}{{#MAY_CHANGE}}<a class="btn" href="/recalls/{{ID}}/edit">Change</a>{{/MAY_CHANGE}}{{#MAY_TRY}}<a class="btn" href="/recalls/{{ID}}/try">Record a try</a>{{/MAY_TRY}}{{#MAY_BOOK}}<a class="btn primary" href="/appointments/new?patient={{PATIENT}}&amp;type={{TYPE_ID}}">Book the visit</a>{{/MAY_BOOK}}</div></div>
<div class="cols"><div class="stack">
<section class="card" aria-labelledby="what"><header><h2 id="what">What it is for</h2><span class="tag {{TONE}}">{{STATE}}</span></header><div class="body"><dl class="kv wide">
<dt>Patient</dt><dd><a href="/patients/{{PATIENT}}"><bdi>{{NAME}}</bdi></a></dd><dt>Phone</dt><dd class="num">{{PHONE}}</dd>
<dt>What for</dt><dd>{{REASON}}<br><span class="sub">{{TYPE_NAME}}</span></dd><dt>Due</dt><dd>{{DUE}}<br><span class="sub">Called from {{OPENS}} on, late after {{LATE}}</span></dd>
<dt>Again</dt><dd>{{#COMES_AGAIN}}{{MONTHS}} months after each visit{{/COMES_AGAIN}}</dd><dt>Made by</dt><dd>{{BY}}</dd>
<dt>Stands</dt><dd>{{TRIED}}{{#ITS_VISIT}}<br><a href="/appointments/{{VISIT_ID}}">The visit on {{WHEN}}</a>{{/ITS_VISIT}}</dd></dl></div></section>
</div><aside class="stack" aria-label="Tries"><section class="card" aria-labelledby="tries"><header><h2 id="tries">Tries</h2></header>
{{#NO_TRIES}}<div class="empty"><b>Nobody has tried yet.</b></div>{{/NO_TRIES}}
<ul class="rows two">{{#TRY}}<li><div><b>{{AT}}, {{WAY}}</b><p class="sub">{{CAME_OF_IT}} {{WHOM}}</p><p class="sub">{{SAID_TEXT}}</p></div><span class="sub">{{USER}}</span></li>{{/TRY}}</ul></section></aside></div>
