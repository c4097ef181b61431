{{%AUTOESCAPE context="HTML"}}
{{! A walk-in: ERRORS; PLACE SITE_ID PATIENT_ID PATIENT_NAME BORN MRN; WHAT_FOR (SITE PATIENT TYPE fields); TIMES (TYPE_NAME, NO_TIME, MAY_OVER, MAY_NOT_OVER, CHOICE; SITE PATIENT TYPE SLOT PROVIDER OVERBOOK_REASON REASON fields). }}
<div class="page-head"><div><h1>Walk-in, <bdi>{{PATIENT_NAME}}</bdi></h1><p class="sub">{{PLACE}} · born {{BORN}} · MRN {{MRN}}</p></div></div>
{{#WHAT_FOR}}<form class="card" method="get" action="/flow/walk-in"><div class="body form">{{>SITE}}{{>PATIENT}}{{>TYPE}}
<p class="form-actions"><button class="btn primary" type="submit">Show times</button><a class="btn quiet" href="/flow?site={{SITE_ID:u}}">Back to the board</a></p></div></form>{{/WHAT_FOR}}
{{#TIMES}}{{>ERRORS}}
<form class="card" method="post" action="/flow/walk-in"><div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>SITE}}{{>PATIENT}}{{>TYPE}}
<p><b>{{TYPE_NAME}}</b> · <a href="/flow/walk-in?site={{SITE_ID:u}}&amp;patient={{PATIENT_ID:u}}">Other type</a></p>
{{#NO_TIME}}<div class="note mt"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#info"></use></svg><div>Nobody here has a free time any more today. {{#MAY_NOT_OVER}}A clinician or a supervisor may overbook, or <a href="/appointments/new?patient={{PATIENT_ID:u}}">book another day</a>.{{/MAY_NOT_OVER}}</div></div>{{/NO_TIME}}
{{#CHOICE}}<div class="mt">{{>SLOT}}</div>
{{#MAY_OVER}}<fieldset class="group"><legend>Only when overbooked</legend>{{>PROVIDER}}{{>OVERBOOK_REASON}}</fieldset>{{/MAY_OVER}}
{{>REASON}}{{/CHOICE}}
<p class="form-actions">{{#CHOICE}}<button class="btn primary" type="submit">Book and mark arrived</button>{{/CHOICE}}<a class="btn quiet" href="/flow?site={{SITE_ID:u}}">Back to the board</a></p>
</div></form>{{/TIMES}}
