{{%AUTOESCAPE context="HTML"}}
{{! FROM TO PATIENT; USER EVENT OUTCOME rows (VALUE LABEL, ON); UNCHECKED, WHOLE (CHECKED), BROKEN (CHECKED); HIT rows (ID WHEN ACTOR ROLES NAME PROGRAM ABOUT DETAIL ADDRESS REQUEST, REASON (TEXT), OK, DENIED, FAILED), NONE, OLDER (URL). }}
<div class="page-head"><div><h1>Audit log</h1><p class="sub">Nothing here can be changed or removed. {{#UNCHECKED}}<span class="tag">Chain not checked yet</span>{{/UNCHECKED}}{{#WHOLE}}<span class="tag green"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#shield-check"></use></svg>Chain verified {{CHECKED}}</span>{{/WHOLE}}{{#BROKEN}}<span class="tag red"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#triangle-alert"></use></svg>Chain broken, found {{CHECKED}}</span>{{/BROKEN}}</p></div>
<div class="actions"><form method="post" action="/admin/audit/check"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><button class="btn" type="submit">Check chain</button></form></div></div>
<section class="card" aria-label="Events">
<form class="filters" method="get" action="/admin/audit">
<label for="from">From</label><input id="from" name="from" type="date" value="{{FROM}}">
<label for="to">To</label><input id="to" name="to" type="date" value="{{TO}}">
<label for="user">User</label><select id="user" name="user"><option value="">Anybody</option>{{#USER}}<option value="{{VALUE}}"{{#ON}} selected{{/ON}}>{{LABEL}}</option>{{/USER}}</select>
<label for="event">Event</label><select id="event" name="event"><option value="">Any</option>{{#EVENT}}<option value="{{VALUE}}"{{#ON}} selected{{/ON}}>{{LABEL}}</option>{{/EVENT}}</select>
<label for="outcome">Outcome</label><select id="outcome" name="outcome"><option value="">Any</option>{{#OUTCOME}}<option value="{{VALUE}}"{{#ON}} selected{{/ON}}>{{LABEL}}</option>{{/OUTCOME}}</select>
<label for="patient">Patient number</label><input class="w4" id="patient" name="patient" type="text" inputmode="numeric" maxlength="18" value="{{PATIENT}}" autocomplete="off">
<button class="btn sm" type="submit">Apply</button>
</form>
<div class="scroll"><table class="t list fold wrap">
<caption class="vh">Events, the newest first</caption>
<thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">Event</th><th scope="col">About</th><th scope="col">Detail</th><th scope="col">From</th></tr></thead>
<tbody>
{{#HIT}}<tr><th scope="row" class="num">{{WHEN}}<span class="sub">#{{ID}}</span></th><td data-label="Who">{{ACTOR}}<span class="sub">{{ROLES}}</span></td>
<td data-label="Event">{{NAME}}{{#DENIED}} <span class="tag red">Refused</span>{{/DENIED}}{{#FAILED}} <span class="tag amber">Failed</span>{{/FAILED}}{{#OK}}<span class="vh"> done</span>{{/OK}}<span class="sub">{{PROGRAM}}</span></td>
<td data-label="About">{{ABOUT}}</td><td data-label="Detail">{{DETAIL}}{{#REASON}}<span class="sub">Reason: {{TEXT}}</span>{{/REASON}}</td><td data-label="From" class="num">{{ADDRESS}}<span class="sub code">{{REQUEST}}</span></td></tr>
{{/HIT}}</tbody></table></div>
{{#NONE}}<div class="empty"><b>No events match these filters</b><p>Try a longer time or fewer filters.</p><a class="btn" href="/admin/audit">Clear filters</a></div>{{/NONE}}
{{#OLDER}}<nav class="pager" aria-label="Pages"><a class="btn sm" rel="next" href="{{URL}}">Older<svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-right"></use></svg></a></nav>{{/OLDER}}
</section>
