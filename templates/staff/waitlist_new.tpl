{{%AUTOESCAPE context="HTML"}}
{{! ID NAME BORN MRN WHAT WHEN; PATIENT VISIT EARLIEST LATEST WEEKDAYS PARTS PROVIDER SITE NOTICE URGENCY CHANNEL NOTE (fields); ERRORS. }}
<div class="page-head"><div><h1>Wants an earlier time</h1><p class="sub"><bdi>{{NAME}}</bdi>, born <span class="num">{{BORN}}</span>, MRN <span class="num">{{MRN}}</span>: {{WHAT}}, now {{WHEN}}</p></div></div>
{{>ERRORS}}
<form class="card" method="post" action="/waitlist"><div class="body form"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">{{>PATIENT}}{{>VISIT}}
<p class="hint">The visit stays booked until an earlier time is accepted.</p>
<div class="pair">{{>EARLIEST}}{{>LATEST}}</div>{{>WEEKDAYS}}{{>PARTS}}<div class="pair">{{>PROVIDER}}{{>SITE}}</div>{{>NOTICE}}{{>URGENCY}}{{>CHANNEL}}{{>NOTE}}
<p class="form-actions"><button class="btn primary" type="submit">Add to waitlist</button><a class="btn quiet" href="/appointments/{{ID}}">Cancel</a></p></div></form>
