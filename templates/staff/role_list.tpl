{{%AUTOESCAPE context="HTML"}}
{{! ROLE rows (LABEL), PERM rows (WORDS, CELL rows (YES, NO)). }}
<div class="page-head"><div><h1>Roles</h1><p class="sub">Somebody with several roles may do what any of them may. Nobody changes their own roles.</p></div>
<div class="actions"><a class="btn" href="/admin/users">Users</a></div></div>
<section class="card" aria-label="Rights by role"><div class="scroll" tabindex="0" role="region" aria-label="Table of rights"><table class="t grid">
<caption class="vh">What each role may do</caption>
<thead><tr><th scope="col">May</th>{{#ROLE}}<th scope="col">{{LABEL}}</th>{{/ROLE}}</tr></thead>
<tbody>
{{#PERM}}<tr><th scope="row">{{WORDS}}</th>{{#CELL}}<td>{{#YES}}<svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#check"></use></svg><span class="vh">yes</span>{{/YES}}{{#NO}}<span class="vh">no</span>{{/NO}}</td>{{/CELL}}</tr>
{{/PERM}}</tbody></table></div></section>
