{{%AUTOESCAPE context="HTML"}}
{{! The visit: ID NAME WHAT DAY TIMES WITH PLACE; REFUSED (TEXT), ALL_FREE, SOME (TEXT), ACTION BUTTON, KEPT rows (FIELD VALUE); DATE rows (WHEN AT; FREE (FIELD SLOT); LEFT (FIELD TEXT); CLASH (FIELD WHY SKIP, SKIP_ON; OTHER rows (FIELD SLOT LABEL, ON); KEEP (FIELD))); MAY_KEEP. }}
<div class="page-head"><div><h1>All dates</h1><p class="sub"><bdi>{{NAME}}</bdi>: {{WHAT}}, {{DAY}}, {{TIMES}} with {{WITH}}, {{PLACE}}</p></div>
<div class="actions"><a class="btn quiet" href="/appointments/{{ID}}">Leave as it is</a></div></div>
{{#REFUSED}}<div class="alert error" role="alert"><p><b>{{TEXT}}</b> Nothing was booked or changed. The list below is as it is now.</p></div>{{/REFUSED}}
<form class="card" method="post" action="{{ACTION}}"><div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="once" value="{{ONCE}}">
{{#KEPT}}<input type="hidden" name="{{FIELD}}" value="{{VALUE}}">{{/KEPT}}
{{#ALL_FREE}}<p><b>All dates are free.</b></p>{{/ALL_FREE}}{{#SOME}}<p><b>{{TEXT}}</b></p>{{/SOME}}
<ol class="rows">{{#DATE}}<li>{{#FREE}}<div><b>{{WHEN}}</b><p class="sub">{{AT}}</p></div><input type="hidden" name="{{FIELD}}" value="{{SLOT}}"><span class="tag green"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#circle-check"></use></svg>Free</span>{{/FREE}}{{#LEFT}}<div><b>{{WHEN}}</b></div><input type="hidden" name="{{FIELD}}" value="skip"><span class="tag">{{TEXT}}</span>{{/LEFT}}{{#CLASH}}<fieldset class="group"><legend>{{WHEN}}: not free</legend><p class="sub">{{AT}}. {{WHY}}</p>
{{#OTHER}}<label class="choice"><input type="radio" name="{{FIELD}}" value="{{SLOT}}"{{#ON}} checked{{/ON}}><span>{{LABEL}} instead</span></label>{{/OTHER}}
<label class="choice"><input type="radio" name="{{FIELD}}" value="skip"{{#SKIP_ON}} checked{{/SKIP_ON}}><span>{{SKIP}}</span></label>
{{#KEEP}}<label class="choice"><input type="radio" name="{{FIELD}}" value="keep"><span>Overbook it (say why below)</span></label>{{/KEEP}}</fieldset>{{/CLASH}}</li>{{/DATE}}</ol>
{{#MAY_KEEP}}<div class="field"><label for="overbook_reason">Why overbook? <span class="opt">(only when a date is overbooked)</span></label><input id="overbook_reason" name="overbook_reason" type="text" maxlength="200"></div>{{/MAY_KEEP}}
<p class="form-actions"><button class="btn primary" type="submit">{{BUTTON}}</button><a class="btn quiet" href="/appointments/{{ID}}">Go back</a></p>
</div></form>
