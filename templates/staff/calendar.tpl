{{%AUTOESCAPE context="HTML"}}
{{! The bar of every view: PLACE ZONE PRINT, MAY_BOOK; PREV NEXT TODAY (urls) STEP TITLE; SEG rows (URL LABEL, ON); VIEW_NAME DATE_ISO, SITE rows (ID NAME, ON), ANYBODY, PROVIDER rows (ID NAME, ON); LEGEND; BODY include. }}
<div class="page-head"><div><h1>Calendar</h1><p class="sub">{{PLACE}}, times in {{ZONE}}{{#LEGEND}} · drag to move, or open a visit and choose Move visit{{/LEGEND}}</p></div>
<div class="actions"><a class="btn" href="{{PRINT}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#printer"></use></svg>Print day</a>{{#MAY_BOOK}}<a class="btn primary" href="/appointments/new"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#calendar-plus"></use></svg>Book visit</a>{{/MAY_BOOK}}</div></div>
<div class="card">
<nav class="cal-bar" aria-label="Calendar"><a class="btn icon" rel="prev" href="{{PREV}}" aria-label="Previous {{STEP}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-left"></use></svg></a><a class="btn icon" rel="next" href="{{NEXT}}" aria-label="Next {{STEP}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-right"></use></svg></a><a class="btn" href="{{TODAY}}">Today</a>
<h2>{{TITLE}}</h2>
<div class="end"><span class="seg">{{#SEG}}<a class="btn" href="{{URL}}"{{#ON}} aria-current="true"{{/ON}}>{{LABEL}}</a>{{/SEG}}</span></div></nav>
<form class="filters" method="get" action="/calendar"><input type="hidden" name="view" value="{{VIEW_NAME}}">
<label for="date">Go to</label><input id="date" name="date" type="date" value="{{DATE_ISO}}">
<label for="site">Site</label><select id="site" name="site">{{#SITE}}<option value="{{ID}}"{{#ON}} selected{{/ON}}>{{NAME}}</option>{{/SITE}}</select>
<label for="provider">Provider</label><select id="provider" name="provider">{{#ANYBODY}}<option value="">All providers</option>{{/ANYBODY}}{{#PROVIDER}}<option value="{{ID}}"{{#ON}} selected{{/ON}}>{{NAME}}</option>{{/PROVIDER}}</select>
<button class="btn sm" type="submit">Apply</button></form>
{{#LEGEND}}<ul class="legend" aria-label="Colors"><li><span class="sw st-booked"></span>Booked</li><li><span class="sw st-arrived"></span>Arrived</li><li><span class="sw st-room"></span>In room</li><li><span class="sw st-done"></span>Done</li><li><span class="sw st-noshow"></span>No-show</li><li><span class="sw st-blocked"></span>Not to be booked</li></ul>{{/LEGEND}}
{{>BODY}}
</div>
