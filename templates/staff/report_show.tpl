{{%AUTOESCAPE context="HTML"}}
{{! NAME LABEL ABOUT CSV FROM TO PERIOD; WRONG (TEXT); TAB rows (URL LABEL, CURRENT); BY rows (VALUE LABEL, ON); PICK (TYPE rows (VALUE LABEL, ON)); NONE; PLOT (FIGURE OF, WHOLE, BARS include); NOW, THEN, FEW; OPEN (TEXT); TABLE (CAPTION BY_LABEL, COL rows (HEAD), ROW and SUM rows (LABEL, CELL rows (HEAD TEXT))); REASONS (BY_LABEL, BARS include, GROUP rows (LABEL, REASON rows (LABEL N))). }}
<div class="page-head"><div><p class="sub"><a href="/reports?from={{FROM:u}}&amp;to={{TO:u}}">Reports</a></p><h1>{{LABEL}}</h1><p class="sub">{{#THEN}}{{PERIOD}}{{/THEN}}{{#NOW}}As it stands now{{/NOW}}</p></div>
<div class="actions"><a class="btn" href="{{CSV}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#download"></use></svg>Download CSV</a></div></div>
{{#WRONG}}<p class="note amber" role="alert"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#triangle-alert"></use></svg><span>{{TEXT}} The usual 90 days are shown.</span></p>{{/WRONG}}
<section class="card" aria-labelledby="rp"><h2 class="vh" id="rp">Figures</h2>
<nav class="queues" aria-label="Reports">{{#TAB}}<a href="{{URL}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{LABEL}}</a>{{/TAB}}</nav>
<form class="filters" method="get" action="/reports/{{NAME}}">
<label for="by">By</label><select id="by" name="by">{{#BY}}<option value="{{VALUE}}"{{#ON}} selected{{/ON}}>{{LABEL}}</option>{{/BY}}</select>
{{#PICK}}<label for="type">Visit type</label><select id="type" name="type">{{#TYPE}}<option value="{{VALUE}}"{{#ON}} selected{{/ON}}>{{LABEL}}</option>{{/TYPE}}</select>{{/PICK}}
{{#THEN}}<label for="from">From</label><input id="from" name="from" type="date" value="{{FROM}}">
<label for="to">To</label><input id="to" name="to" type="date" value="{{TO}}">{{/THEN}}{{#NOW}}<input type="hidden" name="from" value="{{FROM}}"><input type="hidden" name="to" value="{{TO}}">{{/NOW}}
<button class="btn sm" type="submit">Show</button></form>
{{#NONE}}<div class="empty"><b>Nothing to count in this period</b><p>Choose other days, or look again when visits have taken place.</p></div>{{/NONE}}
{{#PLOT}}<div class="body">{{#WHOLE}}<p class="fig"><b>{{FIGURE}}</b> <span class="sub">{{OF}}</span></p>{{/WHOLE}}{{>BARS}}</div>{{/PLOT}}
<p class="body hint">{{ABOUT}}{{#FEW}} Of fewer than 20, the count is shown and no rate.{{/FEW}}</p>
{{#OPEN}}<p class="note"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#info"></use></svg><span>{{TEXT}} That counts nowhere.</span></p>{{/OPEN}}
{{#TABLE}}<div class="scroll"><table class="t list fold"><caption class="vh">{{CAPTION}}</caption>
<thead><tr><th scope="col">{{BY_LABEL}}</th>{{#COL}}<th scope="col" class="end">{{HEAD}}</th>{{/COL}}</tr></thead><tbody>
{{#ROW}}<tr><th scope="row">{{LABEL}}</th>{{#CELL}}<td class="num end" data-label="{{HEAD}}">{{TEXT}}</td>{{/CELL}}</tr>
{{/ROW}}{{#SUM}}<tr class="sum"><th scope="row">{{LABEL}}</th>{{#CELL}}<td class="num end" data-label="{{HEAD}}">{{TEXT}}</td>{{/CELL}}</tr>{{/SUM}}</tbody></table></div>{{/TABLE}}
</section>
{{#REASONS}}<section class="card" aria-labelledby="rs"><header><h2 id="rs">Reasons</h2></header><div class="body">{{>BARS}}</div>
<div class="scroll"><table class="t list"><caption class="vh">Cancelled visits by reason</caption>
<thead><tr><th scope="col">{{BY_LABEL}} and reason</th><th scope="col" class="end">Visits</th></tr></thead><tbody>
{{#GROUP}}<tr class="grp"><th colspan="2" scope="rowgroup">{{LABEL}}</th></tr>
{{#REASON}}<tr><th scope="row">{{LABEL}}</th><td class="num end">{{N}}</td></tr>
{{/REASON}}{{/GROUP}}</tbody></table></div></section>{{/REASONS}}
