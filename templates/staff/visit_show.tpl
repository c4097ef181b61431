{{%AUTOESCAPE context="HTML"}}
{{! One visit: ID PATIENT_ID NAME BORN MRN SPEAKS, INTERPRETER, WHAT DAY ISO TIMES ZONE WITH PLACE ROOM MODE, VIDEO (ID), REASON, HAS_NOTE, NOTE, STATUS (tag), OVERBOOKED (WHY), CALENDAR; REPLACED (TO), REPLACES (OF), CANCELLED (BY WHY), SERIES (OF PLACE TOTAL), AGAIN EARLIER FREED PACKET MAY_EXCUSE (OF), MAY_RECALL (PATIENT_ID OF), LATE_CANCEL, EXCUSED (WHY); WARNINGS SEQUENCE NEEDS PREPS ATTEND includes; ACT rows (ID VERSION ACT_NAME LABEL, FIRST), GO rows (URL LABEL); MAY_CODE, DOOR (TEXT, LEFT (TEXT)); CHECKS; CHECK rows (WHAT TONE ICON TEXT MORE, LINK (URL)); EVENT rows (WHAT WHEN ISO WHO, DETAIL (TEXT)), NO_EVENTS. }}
<div class="page-head"><div><h1>{{WHAT}}, <bdi>{{NAME}}</bdi></h1><p class="sub">{{DAY}}, <time datetime="{{ISO}}">{{TIMES}}</time> {{ZONE}} · {{WITH}}, {{PLACE}}</p></div>
<div class="actions">{{#PACKET}}<a class="btn" href="/appointments/{{OF}}/packet"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#printer"></use></svg>Visit packet</a>{{/PACKET}}{{#EARLIER}}<a class="btn" href="/appointments/{{OF}}/waitlist">Wants an earlier time</a>{{/EARLIER}}{{#FREED}}<a class="btn" href="/appointments/{{OF}}/offers">Offer the free time</a>{{/FREED}}{{#GO}}<a class="btn" href="{{URL}}">{{LABEL}}</a>{{/GO}}{{#MAY_RECALL}}<a class="btn" href="/patients/{{PATIENT_ID}}/recalls/new?from={{OF}}&amp;months=6">Recall in 6 months</a>{{/MAY_RECALL}}{{#MAY_EXCUSE}}<a class="btn" href="/appointments/{{OF}}/excuse">Excuse</a>{{/MAY_EXCUSE}}{{#AGAIN}}<a class="btn primary" href="/appointments/new?again={{OF}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#calendar-plus"></use></svg>Book again</a>{{/AGAIN}}</div></div>
{{>WARNINGS}}<div class="cols"><div class="stack">
<section class="card" aria-labelledby="state"><header><h2 id="state">Where it stands</h2>{{>STATUS}}{{#OVERBOOKED}}<span class="tag amber"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#copy-plus"></use></svg>Overbooked</span>{{/OVERBOOKED}}</header>
<div class="body">
{{#REPLACED}}<p>Moved to another time: <a href="/appointments/{{TO}}">the new visit</a>.</p>{{/REPLACED}}
{{#CANCELLED}}<p>Cancelled by {{BY}}: {{WHY}}.</p>{{/CANCELLED}}{{#LATE_CANCEL}}<p class="sub">A late cancellation: less notice than this type of visit asks for.</p>{{/LATE_CANCEL}}{{#EXCUSED}}<p>Excused. {{WHY}}.</p>{{/EXCUSED}}
{{#SERIES}}<p><a href="/appointments/{{OF}}/series">{{PLACE}} of {{TOTAL}} in a series</a></p>{{/SERIES}}
{{#REPLACES}}<p class="sub">In place of <a href="/appointments/{{OF}}">an earlier time</a>.</p>{{/REPLACES}}
{{#OVERBOOKED}}<p class="sub">Overbooked: {{WHY}}</p>{{/OVERBOOKED}}
{{#DOOR}}<p class="sub">Came in by themselves. {{TEXT}}.{{#LEFT}} Left for the desk: {{TEXT}}.{{/LEFT}}</p>{{/DOOR}}
<div class="form-actions">{{#ACT}}<form class="inline" method="post" action="/appointments/{{ID}}/status"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><input type="hidden" name="version" value="{{VERSION}}"><input type="hidden" name="act" value="{{ACT_NAME}}"><button class="btn{{#FIRST}} primary{{/FIRST}}" type="submit">{{LABEL}}</button></form>{{/ACT}}{{#MAY_CODE}}<form class="inline" method="post" action="/appointments/{{ID}}/code"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><button class="btn" type="submit">Print check-in code</button></form>{{/MAY_CODE}}</div>
</div></section>
{{>SEQUENCE}}{{>NEEDS}}{{>PREPS}}<section class="card" aria-labelledby="facts"><header><h2 id="facts">The visit</h2><a class="more" href="{{CALENDAR}}">Day in calendar</a></header><div class="body">
<dl class="kv wide">
<dt>Patient</dt><dd><a href="/patients/{{PATIENT_ID}}"><bdi>{{NAME}}</bdi></a><br><span class="sub num">Born {{BORN}} · MRN {{MRN}}</span></dd>
<dt>Speaks</dt><dd>{{SPEAKS}}{{#INTERPRETER}}, needs an interpreter{{/INTERPRETER}}</dd>
<dt>When</dt><dd>{{DAY}}, {{TIMES}} {{ZONE}}</dd>
<dt>With</dt><dd>{{WITH}}</dd>
<dt>Where</dt><dd>{{PLACE}}, {{ROOM}}</dd>
<dt>How</dt><dd>{{MODE}}{{#VIDEO}}: <a href="/appointments/{{ID}}/video">video room, and where the patient is</a>{{/VIDEO}}</dd>
<dt>Reason</dt><dd>{{REASON}}</dd>
{{#HAS_NOTE}}<dt>Note</dt><dd class="pre">{{NOTE:p}}</dd>{{/HAS_NOTE}}
</dl></div></section>
</div>
<aside class="stack" aria-label="Checks and history">
{{#CHECKS}}<section class="card" aria-labelledby="checks"><header><h2 id="checks">Checks</h2></header>
<ul class="rows two">{{#CHECK}}<li><div><b>{{WHAT}}</b><p class="sub">{{MORE}}{{#LINK}} <a href="{{URL}}">Insurance</a>{{/LINK}}</p></div><span class="tag {{TONE}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg>{{TEXT}}</span></li>{{/CHECK}}</ul></section>{{/CHECKS}}
{{>ATTEND}}<section class="card" aria-labelledby="history"><header><h2 id="history">History</h2></header>
{{#NO_EVENTS}}<div class="empty"><b>Nothing recorded yet.</b></div>{{/NO_EVENTS}}
<ul class="rows two">{{#EVENT}}<li><div><b>{{WHAT}}</b>{{#DETAIL}}<p>{{TEXT}}</p>{{/DETAIL}}<p class="sub">{{WHO}}</p></div><time class="sub num" datetime="{{ISO}}">{{WHEN}}</time></li>{{/EVENT}}</ul></section>
</aside></div>
