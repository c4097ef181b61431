{{%AUTOESCAPE context="HTML"}}
{{! What a patient needs each time: ERRORS; PATIENT, STALE, SPOKEN, NOT_SPOKEN; INTERPRETER_MODE INTERPRETER_SEX TRANSPORT PICKUP_PLACE WHEELCHAIR MOBILITY VERSION (fields). }}
{{>ERRORS}}
{{#STALE}}<div class="note red" role="alert"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#circle-alert"></use></svg><div>Somebody else changed this meanwhile. Nothing of yours is saved. <a href="/patients/{{PATIENT}}/needs">Look at it as it is now</a>.</div></div>{{/STALE}}
<section class="card" aria-labelledby="each"><header><h2 id="each">Needs at each visit</h2></header>
<form class="body form" method="post" action="/patients/{{PATIENT}}/needs"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">{{>VERSION}}
{{#NOT_SPOKEN}}<p class="note"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#info"></use></svg><span>No interpreter is asked for. That is said in the <a href="/patients/{{PATIENT}}/edit">details</a>.</span></p>{{/NOT_SPOKEN}}{{#SPOKEN}}<div class="pair">{{>INTERPRETER_MODE}}{{>INTERPRETER_SEX}}</div>{{/SPOKEN}}
{{>TRANSPORT}}{{>PICKUP_PLACE}}{{>WHEELCHAIR}}
{{>MOBILITY}}
<p class="form-actions"><button class="btn primary" type="submit">Save needs</button><a class="btn quiet" href="/patients/{{PATIENT}}/details">Cancel</a></p></form></section>
