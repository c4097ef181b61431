{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; the visit: ID NAME WHAT DAY TIMES WITH PLACE; RULE; VISIT rows (ID WHEN NTH, STATUS (tag), OVERBOOKED, HERE), SKIP rows (WHEN WHY); MAY (ID; MOVE_WHICH AT of the move, WHICH BY REASON NOTE of the cancel: fields). }}
{{>ERRORS}}
<div class="page-head"><div><h1>Series: {{WHAT}}, <bdi>{{NAME}}</bdi></h1><p class="sub">{{RULE}} · with {{WITH}}, {{PLACE}}</p></div>
<div class="actions"><a class="btn" href="/appointments/{{ID}}">Back to the visit of {{DAY}}</a></div></div>
<div class="cols"><div class="stack">
<section class="card" aria-labelledby="visits"><header><h2 id="visits">Visits</h2></header>
<ol class="rows two">{{#VISIT}}<li><div><b><a href="/appointments/{{ID}}">{{WHEN}}</a></b><p class="sub">{{NTH}}{{#HERE}}, the one you came from{{/HERE}}{{#OVERBOOKED}}, overbooked{{/OVERBOOKED}}</p></div>{{>STATUS}}</li>{{/VISIT}}
{{#SKIP}}<li><div><b>{{WHEN}}</b><p class="sub">No visit</p></div><span class="tag">{{WHY}}</span></li>{{/SKIP}}</ol></section>
</div>
{{#MAY}}<aside class="stack" aria-label="Change the series">
<section class="card" aria-labelledby="move"><header><h2 id="move">Another time of day</h2></header><form class="body form" method="get" action="/appointments/{{ID}}/series/move">
{{>MOVE_WHICH}}
{{>AT}}
<p class="form-actions"><button class="btn" type="submit">Check all dates</button></p></form></section>
<section class="card" aria-labelledby="cancel"><header><h2 id="cancel">Cancel</h2></header><form class="body form" method="post" action="/appointments/{{ID}}/series/cancel">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="once" value="{{ONCE}}">
{{>WHICH}}
{{>BY}}
{{>REASON}}
{{>NOTE}}
<p class="form-actions"><button class="btn danger" type="submit">Cancel these visits</button></p></form></section>
</aside>{{/MAY}}</div>
