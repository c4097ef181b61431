{{%AUTOESCAPE context="HTML"}}
{{! PLAN rows (ID NAME, ACTIVE, INACTIVE; STEP rows (WHAT, GAP (TEXT), WITH (TEXT))), NONE. }}
<div class="page-head"><div><h1>Linked visits</h1><p class="sub">What is booked together: a lab, then imaging, then the visit.</p></div>
<div class="actions"><a class="btn" href="/admin/visit-types">Visit types</a><a class="btn primary" href="/admin/sequences/new"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#plus"></use></svg>New sequence</a></div></div>
<section class="card" aria-label="Linked visits"><div class="scroll"><table class="t list fold wrap"><caption class="vh">Linked visits</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Steps</th><th scope="col">State</th></tr></thead><tbody>
{{#PLAN}}<tr><th scope="row"><a class="nm" href="/admin/sequences/{{ID}}">{{NAME}}</a></th><td data-label="Steps"><ol class="plain">{{#STEP}}<li>{{WHAT}}{{#WITH}} with {{TEXT}}{{/WITH}}{{#GAP}} <span class="sub">{{TEXT}}</span>{{/GAP}}</li>{{/STEP}}</ol></td><td data-label="State">{{#ACTIVE}}<span class="tag green">In use</span>{{/ACTIVE}}{{#INACTIVE}}<span class="tag">Not in use</span>{{/INACTIVE}}</td></tr>
{{/PLAN}}</tbody></table></div>
{{#NONE}}<div class="empty"><b>No linked visits yet.</b><p>Name the visits that belong together once; then they are booked in one go.</p></div>{{/NONE}}</section>
