{{%AUTOESCAPE context="HTML"}}
{{! ID PATIENT NAME BORN MRN TYPE_NAME DAYS HAS SINCE TONE URGENCY STATE PHONE NOTE_TEXT; FIND (URL), CHANGE, BOOKED (VISIT); OFFER rows (TIME WITH TONE TEXT), NO_OFFERS; REMOVE, REASON NOTE (fields), ERRORS. }}
<div class="page-head"><div><h1>Waitlist: <bdi>{{NAME}}</bdi></h1><p class="sub num">Born {{BORN}} · MRN {{MRN}}</p></div>
<div class="actions"><a class="btn quiet" href="/waitlist">Waitlist</a>{{#CHANGE}}<a class="btn" href="/waitlist/{{ID}}/edit">Change</a>{{/CHANGE}}{{#FIND}}<a class="btn primary" href="{{URL}}">Find a time</a>{{/FIND}}</div></div>
{{>ERRORS}}
<div class="cols"><div class="stack">
<section class="card" aria-labelledby="wants"><header><h2 id="wants">What they wait for</h2><span class="tag {{TONE}}">{{URGENCY}}</span></header><div class="body"><dl class="kv wide">
<dt>Patient</dt><dd><a href="/patients/{{PATIENT}}"><bdi>{{NAME}}</bdi></a></dd><dt>Phone</dt><dd class="num">{{PHONE}}</dd>
<dt>Visit</dt><dd>{{TYPE_NAME}}<br><span class="sub">{{HAS}}</span></dd><dt>Days</dt><dd>{{DAYS}}</dd><dt>Since</dt><dd>{{SINCE}}</dd><dt>Note</dt><dd>{{NOTE_TEXT}}</dd>
<dt>State</dt><dd>{{STATE}}{{#BOOKED}}: <a href="/appointments/{{VISIT}}">the visit</a>{{/BOOKED}}</dd></dl></div></section>
{{#REMOVE}}<section class="card" aria-labelledby="off"><header><h2 id="off">Take off the list</h2></header><form class="body form" method="post" action="/waitlist/{{ID}}/remove"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">{{>REASON}}{{>NOTE}}<p class="form-actions"><button class="btn" type="submit">Take off the list</button></p></form></section>{{/REMOVE}}
</div><aside class="stack" aria-label="Offers"><section class="card" aria-labelledby="offers"><header><h2 id="offers">Offers</h2></header>
{{#NO_OFFERS}}<div class="empty"><b>Nothing was offered yet.</b></div>{{/NO_OFFERS}}
<ul class="rows two">{{#OFFER}}<li><div><b>{{TIME}}</b><p class="sub">{{WITH}}</p></div><span class="tag {{TONE}}">{{TEXT}}</span></li>{{/OFFER}}</ul></section></aside></div>
