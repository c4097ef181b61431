{{%AUTOESCAPE context="HTML"}}
{{! One need of a visit: ERRORS; VISIT NAME WHEN VISIT_WHAT WITH ID TITLE, NAMED, WAYS, SPOKEN, RIDE, PAPER, RECORDS (PATIENT); STATE REASON WHAT MODE SEX VENDOR REFERENCE PICKUP PICKUP_PLACE WAY_BACK WHEELCHAIR UNTIL NOTE VERSION (fields); EVENT rows (STATE WHEN ISO WHO, DETAIL (TEXT)). }}
<div class="page-head"><div><h1>{{TITLE}}</h1><p class="sub"><a href="/appointments/{{VISIT}}">{{VISIT_WHAT}}, {{WHEN}}</a> · <bdi>{{NAME}}</bdi> · {{WITH}}</p></div></div>
{{>ERRORS}}
<div class="cols"><form class="card" method="post" action="/appointments/{{VISIT}}/needs/{{ID}}"><div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">{{>VERSION}}
{{#RECORDS}}<p class="note"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#info"></use></svg><span>Until somebody says otherwise here, this follows what stands under <a href="/patients/{{PATIENT}}/insurance">Insurance</a>.</span></p>{{/RECORDS}}
{{>STATE}}{{>REASON}}
{{#NAMED}}{{>WHAT}}{{/NAMED}}
{{#WAYS}}{{>MODE}}{{/WAYS}}{{#SPOKEN}}{{>SEX}}{{/SPOKEN}}
{{>VENDOR}}{{>REFERENCE}}
{{#RIDE}}<fieldset class="group"><legend>The ride</legend><div class="pair">{{>PICKUP}}{{>PICKUP_PLACE}}</div>{{>WAY_BACK}}{{>WHEELCHAIR}}</fieldset>{{/RIDE}}
{{#PAPER}}{{>UNTIL}}{{/PAPER}}
{{>NOTE}}
<p class="form-actions"><button class="btn primary" type="submit">Save</button><a class="btn quiet" href="/appointments/{{VISIT}}#needs">Back to the visit</a></p></div></form>
<aside class="stack" aria-label="History"><section class="card" aria-labelledby="hist"><header><h2 id="hist">History</h2></header>
<ul class="rows two">{{#EVENT}}<li><div><b>{{STATE}}</b>{{#DETAIL}}<p>{{TEXT}}</p>{{/DETAIL}}<p class="sub">{{WHO}}</p></div><time class="sub num" datetime="{{ISO}}">{{WHEN}}</time></li>{{/EVENT}}</ul></section></aside></div>
