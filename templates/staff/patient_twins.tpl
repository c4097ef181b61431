{{%AUTOESCAPE context="HTML"}}
<div class="page-head"><div><h1>Is it one of these?</h1><p class="sub">Nothing is saved yet. You entered {{NAME}}, born {{BORN}}.</p></div></div>
<section class="card" aria-labelledby="twins"><header><h2 id="twins">Already here</h2><span class="tag">{{N}}</span></header>
<div class="scroll"><table class="t list fold">
<caption class="vh">Patients that may be the same person</caption>
<thead><tr><th scope="col">Patient</th><th scope="col">Born</th><th scope="col">MRN</th><th scope="col">Phone</th><th scope="col">Why</th><th scope="col"><span class="vh">Action</span></th></tr></thead>
<tbody>
{{#TWIN}}<tr><td><a class="nm" href="/patients/{{ID}}"><bdi>{{NAME}}</bdi></a></td>
<td class="num" data-label="Born">{{BORN}}</td>
<td class="num" data-label="MRN">{{MRN}}</td>
<td class="num" data-label="Phone">{{PHONE}}</td>
<td data-label="Why"><span class="tag {{TONE}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg>{{WHY}}</span></td>
<td><a class="btn sm" href="/patients/{{ID}}">Open chart<span class="vh">: {{NAME}}, {{MRN}}</span></a></td></tr>
{{/TWIN}}</tbody></table></div>
<div class="body">
<p>If it is one of them, open that chart: a second one would part the history in two.</p>
<form class="form-actions" method="post" action="/patients/new">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{#KEEP}}<input type="hidden" name="{{NAME}}" value="{{VALUE}}">
{{/KEEP}}<input type="hidden" name="confirmed" value="1">
<button class="btn" type="submit">Save anyway, it is somebody else</button><a class="btn quiet" href="/patients">Do not register</a>
</form></div>
</section>
