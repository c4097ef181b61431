{{%AUTOESCAPE context="HTML"}}
{{! SITE rows (ID NAME WHERE ZONE, ACTIVE, INACTIVE), NONE. }}
<div class="page-head"><div><h1>Sites</h1></div><div class="actions"><a class="btn primary" href="/admin/sites/new"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#plus"></use></svg>New site</a></div></div>
<section class="card" aria-label="Sites"><div class="scroll"><table class="t list fold wrap">
<caption class="vh">Sites by name</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Address</th><th scope="col">Time zone</th><th scope="col">State</th></tr></thead>
<tbody>
{{#SITE}}<tr><th scope="row"><a class="nm" href="/admin/sites/{{ID}}">{{NAME}}</a></th><td data-label="Address">{{WHERE}}</td><td data-label="Time zone">{{ZONE}}</td><td data-label="State">{{#ACTIVE}}<span class="tag green">In use</span>{{/ACTIVE}}{{#INACTIVE}}<span class="tag">No longer used</span>{{/INACTIVE}}</td></tr>
{{/SITE}}</tbody></table></div>
{{#NONE}}<div class="empty"><b>No sites yet</b><p>Visits are booked at a site: add the first one.</p><a class="btn" href="/admin/sites/new">New site</a></div>{{/NONE}}</section>
