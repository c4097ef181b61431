{{%AUTOESCAPE context="HTML"}}
{{! An authorization: ERRORS; HEAD PATIENT, OLD (ID), STALE; TYPE SERVICE COVERAGE STATUS NUMBER UNITS FROM TO NOTE VERSION (fields). }}
{{>ERRORS}}
{{#STALE}}<div class="note red" role="alert"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#circle-alert"></use></svg><div>Somebody else changed this meanwhile. Nothing of yours is saved. <a href="/patients/{{PATIENT}}/insurance#grants">Look at it as it is now</a>.</div></div>{{/STALE}}
<section class="card" aria-labelledby="head"><header><h2 id="head">{{HEAD}}</h2></header>
<form class="body form" method="post" action="/patients/{{PATIENT}}/authorizations{{#OLD}}/{{ID}}{{/OLD}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">{{>VERSION}}
{{>TYPE}}{{>SERVICE}}{{>COVERAGE}}{{>STATUS}}<div class="pair">{{>NUMBER}}{{>UNITS}}</div><div class="pair">{{>FROM}}{{>TO}}</div>{{>NOTE}}
<p class="form-actions"><button class="btn primary" type="submit">Save authorization</button><a class="btn quiet" href="/patients/{{PATIENT}}/insurance#grants">Cancel</a></p></form></section>
