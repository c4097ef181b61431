{{%AUTOESCAPE context="HTML"}}
{{! The board's page: PLACE DAY ZONE PRINT BOARD_URL, MAY_BOOK, SITE_ID; SITE, PROVIDER rows (ID NAME, ON), STATE rows (NAME LABEL, ON); BOARD include. }}
<div class="page-head"><div><h1>Flow</h1><p class="sub">{{PLACE}} · {{DAY}} {{ZONE}}</p></div>
<div class="actions"><a class="btn" href="{{PRINT}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#printer"></use></svg>Print board</a>{{#MAY_BOOK}}<a class="btn primary" href="/flow/walk-in?site={{SITE_ID:u}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#user-plus"></use></svg>Walk-in</a>{{/MAY_BOOK}}</div></div>
<form class="filters card" method="get" action="/flow">
<label for="site">Site</label><select id="site" name="site">{{#SITE}}<option value="{{ID}}"{{#ON}} selected{{/ON}}>{{NAME}}</option>{{/SITE}}</select>
<label for="provider">Provider</label><select id="provider" name="provider"><option value="">All providers</option>{{#PROVIDER}}<option value="{{ID}}"{{#ON}} selected{{/ON}}>{{NAME}}</option>{{/PROVIDER}}</select>
<label for="state">Show</label><select id="state" name="state"><option value="">All states</option>{{#STATE}}<option value="{{NAME}}"{{#ON}} selected{{/ON}}>{{LABEL}}</option>{{/STATE}}</select>
<button class="btn sm" type="submit">Apply</button></form>
<div id="board" data-board="{{BOARD_URL}}">{{>BOARD}}</div>
