{{%AUTOESCAPE context="HTML"}}
{{! SESSION rows (WHAT WHERE SINCE SEEN ID, THIS, OTHER), NONE, OTHERS. }}
<div class="page-head"><div><h1>My sessions</h1><p class="sub">Where you are logged in. End what you do not know, then change your password.</p></div>
{{#OTHERS}}<div class="actions"><form method="post" action="/me/sessions/end"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><button class="btn" type="submit">End all others</button></form></div>{{/OTHERS}}</div>
<section class="card" aria-label="Sessions"><div class="scroll"><table class="t list fold">
<caption class="vh">Live sessions, the latest used first</caption>
<thead><tr><th scope="col">Browser</th><th scope="col">Address</th><th scope="col">Since</th><th scope="col">Last used</th><th scope="col"><span class="vh">Action</span></th></tr></thead>
<tbody>
{{#SESSION}}<tr><th scope="row">{{WHAT}}{{#THIS}} <span class="tag green">This one</span>{{/THIS}}</th>
<td data-label="Address" class="num">{{WHERE}}</td><td data-label="Since" class="num">{{SINCE}}</td><td data-label="Last used" class="num">{{SEEN}}</td>
<td><form class="inline" method="post" action="/me/sessions/{{ID}}/end"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><button class="btn sm" type="submit">{{#OTHER}}End{{/OTHER}}{{#THIS}}Log out{{/THIS}}<span class="vh">: {{WHAT}}</span></button></form></td></tr>
{{/SESSION}}</tbody></table></div>
{{#NONE}}<div class="empty"><b>No live sessions</b></div>{{/NONE}}</section>
