{{%AUTOESCAPE context="HTML"}}
{{! USER rows (ID NAME LOGIN ROLES LAST, DISABLED, FIRST, ACTIVE), N, ALL, SOME. }}
<div class="page-head"><div><h1>Users</h1></div>
<div class="actions"><a class="btn" href="/admin/roles"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#shield-check"></use></svg>Roles</a><a class="btn primary" href="/admin/users/new"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#user-plus"></use></svg>New user</a></div></div>
<section class="card" aria-label="Users">
<nav class="queues" aria-label="Show"><a href="/admin/users"{{#SOME}} aria-current="page"{{/SOME}}>May log in{{#SOME}} <span class="c">{{N}}</span>{{/SOME}}</a><a href="/admin/users?all=1"{{#ALL}} aria-current="page"{{/ALL}}>All{{#ALL}} <span class="c">{{N}}</span>{{/ALL}}</a></nav>
<div class="scroll"><table class="t list fold">
<caption class="vh">Users by name</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Login</th><th scope="col">Roles</th><th scope="col">Last log-in</th><th scope="col">State</th></tr></thead>
<tbody>
{{#USER}}<tr><th scope="row"><a class="nm" href="/admin/users/{{ID}}"><bdi>{{NAME}}</bdi></a></th><td data-label="Login">{{LOGIN}}</td><td data-label="Roles">{{ROLES}}</td><td data-label="Last log-in" class="num">{{LAST}}</td>
<td data-label="State">{{#ACTIVE}}<span class="tag green">May log in</span>{{/ACTIVE}}{{#FIRST}}<span class="tag amber">First password not changed</span>{{/FIRST}}{{#DISABLED}}<span class="tag">Disabled</span>{{/DISABLED}}</td></tr>
{{/USER}}</tbody></table></div></section>
