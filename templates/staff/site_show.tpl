{{%AUTOESCAPE context="HTML"}}
{{! ID SITE_NAME WHERE ZONE PHONE DIRECTIONS YEAR, INACTIVE; DAY rows (NAME HOURS, CLOSED); SHUT rows (SHUT_ID WHEN NAME, FEDERAL, EVERYWHERE), NONE. }}
<div class="page-head"><div><h1>{{SITE_NAME}}</h1><p class="sub">{{WHERE}}{{#INACTIVE}} <span class="tag">No longer used</span>{{/INACTIVE}}</p></div>
<div class="actions"><a class="btn" href="/admin/sites">All sites</a><a class="btn" href="/admin/sites/{{ID}}/kiosks">Kiosks</a><a class="btn" href="/admin/sites/{{ID}}/edit"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#pencil"></use></svg>Edit details</a></div></div>
<div class="cols"><div class="stack">
<section class="card" aria-labelledby="closed"><header><h2 id="closed">Closed days</h2><a class="more" href="/admin/sites/{{ID}}/closures/new">Add a day</a></header>
<div class="scroll"><table class="t list fold">
<caption class="vh">Days this site is closed, from last month on</caption>
<thead><tr><th scope="col">Day</th><th scope="col">Why</th><th scope="col">Where</th><th scope="col"><span class="vh">Action</span></th></tr></thead>
<tbody>
{{#SHUT}}<tr><th scope="row">{{WHEN}}</th><td data-label="Why">{{NAME}}{{#FEDERAL}} <span class="tag">Federal</span>{{/FEDERAL}}</td><td data-label="Where">{{#EVERYWHERE}}Every site{{/EVERYWHERE}}</td>
<td><form class="inline" method="post" action="/admin/sites/{{ID}}/closures/{{SHUT_ID}}/remove"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><button class="btn sm" type="submit">Take off<span class="vh">: {{NAME}}, {{WHEN}}</span></button></form></td></tr>
{{/SHUT}}</tbody></table></div>
{{#NONE}}<div class="empty"><b>No closed days</b><p>Add the federal holidays of a year, or a day of your own.</p></div>{{/NONE}}
<div class="body"><form class="inline" method="post" action="/admin/sites/{{ID}}/holidays"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><label for="year">Federal holidays of</label> <input class="w4" id="year" name="year" type="text" inputmode="numeric" maxlength="4" value="{{YEAR}}" autocomplete="off"> <button class="btn" type="submit">Add holidays</button></form></div>
</section>
</div><aside class="stack" aria-label="Site">
<section class="card" aria-labelledby="week"><header><h2 id="week">Opening hours</h2><a class="more" href="/admin/sites/{{ID}}/hours">Edit hours</a></header>
<div class="body"><dl class="kv">{{#DAY}}<dt>{{NAME}}</dt><dd class="num">{{HOURS}}{{#CLOSED}}<span class="gone">Closed</span>{{/CLOSED}}</dd>{{/DAY}}</dl></div></section>
<section class="card" aria-labelledby="facts"><header><h2 id="facts">Details</h2></header>
<div class="body"><dl class="kv"><dt>Time zone</dt><dd>{{ZONE}}</dd><dt>Phone</dt><dd class="num">{{PHONE}}</dd><dt>How to get there</dt><dd class="pre">{{DIRECTIONS}}</dd></dl></div></section>
</aside></div>
