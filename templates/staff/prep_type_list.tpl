{{%AUTOESCAPE context="HTML"}}
{{! NAME ID; PREP rows (URL WHAT DUE WORDS WORDS_ES, NEEDED, ACTIVE, INACTIVE), NONE. }}
<div class="page-head"><div><h1>Before {{NAME}}</h1><p class="sub">Each visit gets these steps when it is booked, with the day and hour they are due.</p></div>
<div class="actions"><a class="btn" href="/admin/visit-types/{{ID}}">Visit type</a><a class="btn primary" href="/admin/visit-types/{{ID}}/preparation/new"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#plus"></use></svg>New step</a></div></div>
<section class="card" aria-label="Steps before the visit"><div class="scroll"><table class="t list fold wrap"><caption class="vh">Steps before the visit</caption>
<thead><tr><th scope="col">Step</th><th scope="col">Due</th><th scope="col">Words</th><th scope="col">State</th></tr></thead><tbody>
{{#PREP}}<tr><th scope="row"><a class="nm" href="{{URL}}">{{WHAT}}</a></th><td data-label="Due">{{DUE}}</td><td data-label="Words">{{WORDS}}<span class="sub" lang="es">{{WORDS_ES}}</span></td><td data-label="State">{{#ACTIVE}}<span class="tag green">In use</span>{{/ACTIVE}}{{#INACTIVE}}<span class="tag">Not in use</span>{{/INACTIVE}}{{#NEEDED}} <span class="tag">Needed</span>{{/NEEDED}}</td></tr>
{{/PREP}}</tbody></table></div>
{{#NONE}}<div class="empty"><b>No steps yet.</b><p>Fasting, a form to send in, a device to bring: what patients do before they come.</p></div>{{/NONE}}</section>
