{{%AUTOESCAPE context="HTML"}}
<div class="page-head"><div><h1>Follow-ups</h1><p class="sub">{{TOTAL}} {{UNIT}}</p></div>
<div class="actions">{{#MAY_ADD}}<a class="btn primary" href="/followups/new"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#plus"></use></svg>New follow-up</a>{{/MAY_ADD}}</div></div>
<section class="card" aria-labelledby="wl"><h2 class="vh" id="wl">Follow-ups</h2>
<nav class="queues" aria-label="Saved views">{{#VIEW}}<a href="{{URL}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{LABEL}}</a>{{/VIEW}}</nav>
<form class="filters" method="get" action="/followups"><input type="hidden" name="queue" value="{{QUEUE}}">
<label for="owner">Owner</label><select id="owner" name="owner">{{#WHO}}<option value="{{VALUE}}"{{#ON}} selected{{/ON}}>{{LABEL}}</option>{{/WHO}}</select>
<label for="when">Due</label><select id="when" name="when">{{#WHEN}}<option value="{{VALUE}}"{{#ON}} selected{{/ON}}>{{LABEL}}</option>{{/WHEN}}</select>
<label for="sort">Sort</label><select id="sort" name="sort">{{#SORT}}<option value="{{VALUE}}"{{#ON}} selected{{/ON}}>{{LABEL}}</option>{{/SORT}}</select>
<button class="btn sm" type="submit">Apply</button></form>
{{>EMPTY}}{{>ITEMS}}</section>
