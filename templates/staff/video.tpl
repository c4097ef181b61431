{{%AUTOESCAPE context="HTML"}}
{{! A visit by video: ID NAME BORN MRN WHAT WHEN WITH; PLACE (STATE) or NO_PLACE; ADDRESS EMERGENCY CALLBACK; WAITING (SINCE); the room: OPEN (URL HOST), EARLY (FROM), OVER, NO_VIDEO, NO_ROOM (ID). }}
<div class="page-head"><div><h1>Video, <bdi>{{NAME}}</bdi></h1><p class="sub">{{WHEN}} · {{WHAT}}, {{WITH}}</p></div>
<div class="actions"><a class="btn" href="/appointments/{{ID}}">Back to the visit</a></div></div>
<div class="cols"><div class="stack">
<section class="card" aria-labelledby="where"><header><h2 id="where">Where the patient is</h2>{{#WAITING}}<span class="tag amber"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#video"></use></svg>Waiting since {{SINCE}}</span>{{/WAITING}}</header><div class="body">
{{#PLACE}}<p class="big-code">{{STATE}}</p><p class="note amber mt"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#shield-check"></use></svg>The clinician must be licensed there, today. If not, do not begin: call the patient and book another way.</p>{{/PLACE}}
{{#NO_PLACE}}<p class="note amber"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#map-pin"></use></svg>Not said yet. Ask in which state the patient is before you begin: the clinician must be licensed there.</p>{{/NO_PLACE}}
<dl class="kv wide mt"><dt>Patient</dt><dd><bdi>{{NAME}}</bdi><br><span class="sub num">Born {{BORN}} · MRN {{MRN}}</span></dd><dt>Address now</dt><dd>{{ADDRESS}}</dd><dt>In an emergency</dt><dd class="num">{{EMERGENCY}}</dd><dt>If video fails, call</dt><dd class="num"><b>{{CALLBACK}}</b></dd></dl></div></section>
</div><aside class="stack" aria-label="Room">
<section class="card" aria-labelledby="room"><header><h2 id="room">The room</h2></header><div class="body">
{{#OPEN}}<p>It is at <b>{{HOST}}</b>, outside of Handrail. You come in as the one who leads.</p><p class="form-actions"><a class="btn primary" href="{{URL}}" rel="noreferrer" target="_blank"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#video"></use></svg>Open video room<span class="vh"> in a new window</span></a></p>{{/OPEN}}
{{#EARLY}}<p>It opens at {{FROM}}, for the patient too.</p>{{/EARLY}}
{{#OVER}}<p>This visit is over, cancelled or moved, or is not by video. Its link does not work any more.</p>{{/OVER}}
{{#NO_VIDEO}}<p>No video service is set up: <code>video_base_url</code> in the configuration. Call the patient at the number beside.</p>{{/NO_VIDEO}}
{{#NO_ROOM}}<p>This visit came from elsewhere and has no room yet.</p><form class="form-actions" method="post" action="/appointments/{{ID}}/video"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><button class="btn primary" type="submit">Make the room</button></form>{{/NO_ROOM}}
</div></section></aside></div>
