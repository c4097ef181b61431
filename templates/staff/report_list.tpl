{{%AUTOESCAPE context="HTML"}}
{{! FROM TO PERIOD; WRONG (TEXT); TILE rows (NAME LABEL URL TABLE_URL, NONE, SOME (FIGURE OF BY, COLUMNS include)). }}
<div class="page-head"><div><h1>Reports</h1><p class="sub">Visits from {{PERIOD}}, by the day where they took place. No patient is named.</p></div></div>
{{#WRONG}}<p class="note amber" role="alert"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#triangle-alert"></use></svg><span>{{TEXT}} The usual 90 days are shown.</span></p>{{/WRONG}}
<section class="card" aria-label="Period"><form class="filters" method="get" action="/reports">
<label for="from">From</label><input id="from" name="from" type="date" value="{{FROM}}">
<label for="to">To</label><input id="to" name="to" type="date" value="{{TO}}">
<button class="btn sm" type="submit">Show</button></form></section>
<div class="reports">
{{#TILE}}<section class="card" aria-labelledby="h-{{NAME}}"><header><h2 id="h-{{NAME}}"><a href="{{URL}}">{{LABEL}}</a></h2></header><div class="body">
{{#NONE}}<p class="gone">Nothing to count in this period.</p>{{/NONE}}
{{#SOME}}<p class="fig"><b>{{FIGURE}}</b> <span class="sub">{{OF}}</span></p>{{>COLUMNS}}<p class="sub">By {{BY}}: <a href="{{TABLE_URL}}">figures<span class="vh"> of {{LABEL}} by {{BY}}</span></a></p>{{/SOME}}
</div></section>
{{/TILE}}</div>
