{{%AUTOESCAPE context="HTML"}}
{{! TYPE rows (ID NAME MINUTES BUFFER ROOM MODE WHO, ACTIVE, INACTIVE), NONE. }}
<div class="page-head"><div><h1>Visit types</h1></div>
<div class="actions"><a class="btn" href="/admin/providers">Providers</a><a class="btn" href="/admin/rooms">Rooms</a><a class="btn" href="/admin/sequences">Linked visits</a><a class="btn primary" href="/admin/visit-types/new"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#plus"></use></svg>New visit type</a></div></div>
<section class="card" aria-label="Visit types"><div class="scroll"><table class="t list fold"><caption class="vh">Visit types</caption>
<thead><tr><th scope="col">Type</th><th scope="col" class="end">Minutes</th><th scope="col" class="end">Buffer</th><th scope="col">Room</th><th scope="col">How</th><th scope="col">For</th><th scope="col">State</th></tr></thead><tbody>
{{#TYPE}}<tr><th scope="row"><a class="nm" href="/admin/visit-types/{{ID}}">{{NAME}}</a></th><td class="end num" data-label="Minutes">{{MINUTES}}</td><td class="end num" data-label="Buffer">{{BUFFER}}</td><td data-label="Room">{{ROOM}}</td><td data-label="How">{{MODE}}</td><td data-label="For">{{WHO}}</td><td data-label="State">{{#ACTIVE}}<span class="tag green">In use</span>{{/ACTIVE}}{{#INACTIVE}}<span class="tag">Not in use</span>{{/INACTIVE}}</td></tr>
{{/TYPE}}</tbody></table></div>
{{#NONE}}<div class="empty"><b>No visit types yet.</b><p>Nothing can be booked without one.</p></div>{{/NONE}}</section>
