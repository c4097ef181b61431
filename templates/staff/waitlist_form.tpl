{{%AUTOESCAPE context="HTML"}}
{{! TITLE NAME BORN MRN WHAT ACTION BACK BUTTON, STALE; VERSION EARLIEST LATEST WEEKDAYS PARTS PROVIDER SITE NOTICE URGENCY CHANNEL NOTE (fields); ERRORS. }}
<div class="page-head"><div><h1>{{TITLE}}</h1><p class="sub"><bdi>{{NAME}}</bdi>, born <span class="num">{{BORN}}</span>, MRN <span class="num">{{MRN}}</span>: {{WHAT}}</p></div></div>
{{>ERRORS}}
{{#STALE}}<div class="note red" role="alert"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#circle-alert"></use></svg><div data-why>Somebody else changed this entry meanwhile. Nothing of yours is saved yet: look it over and save again.</div></div>
{{/STALE}}<form class="card" method="post" action="{{ACTION}}"><div class="body form"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">{{>VERSION}}
<p class="hint">The visit stays booked until an earlier time is accepted.</p>
<div class="pair">{{>EARLIEST}}{{>LATEST}}</div>{{>WEEKDAYS}}{{>PARTS}}<div class="pair">{{>PROVIDER}}{{>SITE}}</div>{{>NOTICE}}{{>URGENCY}}{{>CHANNEL}}{{>NOTE}}
<p class="form-actions"><button class="btn primary" type="submit">{{BUTTON}}</button><a class="btn quiet" href="{{BACK}}">Cancel</a></p></div></form>
