{{%AUTOESCAPE context="HTML"}}
{{! ID NAME SHORT SPECIALTY NPI SPEAKS, INACTIVE; STRANDED (N; VISIT rows (ID WHEN NAME BORN MRN WHAT, MAY_MOVE)); WEEK rows (PROVIDER_ID ID DAY HOURS PLACE EVERY FROM TO), NO_WEEK; EXCEPTION rows (PROVIDER_ID ID DAY KIND HOURS PLACE REASON), NO_EXCEPTION. }}
<div class="page-head"><div><h1>{{NAME}}</h1><p class="sub">{{SPECIALTY}}{{#INACTIVE}} <span class="tag">No longer here</span>{{/INACTIVE}}</p></div>
<div class="actions"><a class="btn" href="/admin/providers">All providers</a><a class="btn" href="/admin/providers/{{ID}}/edit"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#pencil"></use></svg>Edit details</a></div></div>
{{#STRANDED}}<section class="card" aria-labelledby="stranded"><header><h2 id="stranded">Visits outside of these hours</h2><span class="tag amber"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#triangle-alert"></use></svg>{{N}} to move</span></header>
<p class="body">Nobody was moved. Each patient must be given another time, or the visit another provider.</p>
<div class="scroll"><table class="t list fold"><caption class="vh">Visits outside of the hours</caption><thead><tr><th scope="col">When</th><th scope="col">Patient</th><th scope="col">Visit</th><th scope="col"><span class="vh">Action</span></th></tr></thead><tbody>
{{#VISIT}}<tr><td class="num">{{WHEN}}</td><th scope="row"><a class="nm" href="/appointments/{{ID}}"><bdi>{{NAME}}</bdi></a><span class="sub num">{{BORN}} · {{MRN}}</span></th><td data-label="Visit">{{WHAT}}</td><td class="end">{{#MAY_MOVE}}<a class="btn sm" href="/appointments/{{ID}}/move">Move visit<span class="vh">: {{NAME}}</span></a>{{/MAY_MOVE}}</td></tr>
{{/VISIT}}</tbody></table></div></section>
{{/STRANDED}}<div class="cols mt"><div class="stack">
<section class="card" aria-labelledby="week"><header><h2 id="week">Weekly hours</h2><a class="more" href="/admin/providers/{{ID}}/hours/new">Add hours</a></header>
<div class="scroll"><table class="t list fold"><caption class="vh">Weekly hours</caption><thead><tr><th scope="col">Day</th><th scope="col">Hours</th><th scope="col">Site</th><th scope="col">Weeks</th><th scope="col">Holds</th><th scope="col"><span class="vh">Action</span></th></tr></thead><tbody>
{{#WEEK}}<tr><th scope="row">{{DAY}}</th><td class="num" data-label="Hours">{{HOURS}}</td><td data-label="Site">{{PLACE}}</td><td data-label="Weeks">{{EVERY}}</td><td class="num" data-label="Holds">{{FROM}} – {{TO}}</td><td class="end"><a class="btn sm" href="/admin/providers/{{PROVIDER_ID}}/hours/{{ID}}">Change<span class="vh">: {{DAY}} {{HOURS}}</span></a></td></tr>
{{/WEEK}}</tbody></table></div>
{{#NO_WEEK}}<div class="empty"><b>No weekly hours.</b><p>Without hours nothing can be booked.</p></div>{{/NO_WEEK}}
</section>
<section class="card" aria-labelledby="days"><header><h2 id="days">Days that are otherwise</h2><a class="more" href="/admin/providers/{{ID}}/days/new">Add leave or a day</a></header>
<div class="scroll"><table class="t list fold"><caption class="vh">Leave, closed and extra days</caption><thead><tr><th scope="col">Day</th><th scope="col">What</th><th scope="col">Hours</th><th scope="col">Site</th><th scope="col">Reason</th><th scope="col"><span class="vh">Action</span></th></tr></thead><tbody>
{{#EXCEPTION}}<tr><th scope="row">{{DAY}}</th><td data-label="What">{{KIND}}</td><td class="num" data-label="Hours">{{HOURS}}</td><td data-label="Site">{{PLACE}}</td><td data-label="Reason">{{REASON}}</td><td class="end"><form class="inline" method="post" action="/admin/providers/{{PROVIDER_ID}}/days/{{ID}}/remove"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><button class="btn sm" type="submit">Take off<span class="vh">: {{KIND}} {{DAY}}</span></button></form></td></tr>
{{/EXCEPTION}}</tbody></table></div>
{{#NO_EXCEPTION}}<div class="empty"><b>No leave and no other days from today on.</b></div>{{/NO_EXCEPTION}}
</section></div>
<aside class="stack" aria-label="Details"><section class="card" aria-labelledby="facts"><header><h2 id="facts">Details</h2></header><div class="body"><dl class="kv"><dt>Short name</dt><dd>{{SHORT}}</dd><dt>NPI</dt><dd class="num">{{NPI}}</dd><dt>Languages</dt><dd>{{SPEAKS}}</dd></dl></div></section></aside></div>
