{{%AUTOESCAPE context="HTML"}}
{{! ROOM rows (ID NAME PLACE KIND, ACTIVE, INACTIVE), NONE. }}
<div class="page-head"><div><h1>Rooms</h1></div>
<div class="actions"><a class="btn" href="/admin/providers">Providers</a><a class="btn" href="/admin/visit-types">Visit types</a><a class="btn primary" href="/admin/rooms/new"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#plus"></use></svg>New room</a></div></div>
<section class="card" aria-label="Rooms"><div class="scroll"><table class="t list fold"><caption class="vh">Rooms by site</caption>
<thead><tr><th scope="col">Room</th><th scope="col">Site</th><th scope="col">Kind</th><th scope="col">State</th></tr></thead><tbody>
{{#ROOM}}<tr><th scope="row"><a class="nm" href="/admin/rooms/{{ID}}">{{NAME}}</a></th><td data-label="Site">{{PLACE}}</td><td data-label="Kind">{{KIND}}</td><td data-label="State">{{#ACTIVE}}<span class="tag green">In use</span>{{/ACTIVE}}{{#INACTIVE}}<span class="tag">Not in use</span>{{/INACTIVE}}</td></tr>
{{/ROOM}}</tbody></table></div>
{{#NONE}}<div class="empty"><b>No rooms yet.</b><p>Types of visits that need a room cannot be booked without one.</p></div>{{/NONE}}</section>
