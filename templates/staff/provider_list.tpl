{{%AUTOESCAPE context="HTML"}}
{{! PROVIDER rows (ID NAME SPECIALTY SPEAKS, ACTIVE, INACTIVE), NONE. }}
<div class="page-head"><div><h1>Providers</h1></div>
<div class="actions"><a class="btn" href="/admin/rooms">Rooms</a><a class="btn" href="/admin/visit-types">Visit types</a><a class="btn primary" href="/admin/providers/new"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#user-plus"></use></svg>New provider</a></div></div>
<section class="card" aria-label="Providers">
<div class="scroll"><table class="t list fold"><caption class="vh">Providers by name</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Specialty</th><th scope="col">Languages</th><th scope="col">State</th></tr></thead>
<tbody>
{{#PROVIDER}}<tr><th scope="row"><a class="nm" href="/admin/providers/{{ID}}"><bdi>{{NAME}}</bdi></a></th><td data-label="Specialty">{{SPECIALTY}}</td><td data-label="Languages">{{SPEAKS}}</td><td data-label="State">{{#ACTIVE}}<span class="tag green">Sees patients</span>{{/ACTIVE}}{{#INACTIVE}}<span class="tag">No longer here</span>{{/INACTIVE}}</td></tr>
{{/PROVIDER}}</tbody></table></div>
{{#NONE}}<div class="empty"><b>No providers yet.</b><p>Add those who see patients, then their weekly hours.</p><a class="btn" href="/admin/providers/new">New provider</a></div>{{/NONE}}
</section>
