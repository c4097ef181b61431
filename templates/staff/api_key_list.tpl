{{%AUTOESCAPE context="HTML"}}
{{! KEY rows (ID NAME WHO UNTIL USED, LIVE, REVOKED, OVER, MAY_REVOKE), NONE. }}
<div class="page-head"><div><h1>Interface keys</h1><p class="sub">Other programs see and book visits with a key of their own.</p></div>
<div class="actions"><a class="btn primary" href="/admin/api-keys/new"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#plus"></use></svg>New key</a></div></div>
<section class="card" aria-label="Keys"><div class="scroll"><table class="t list fold"><caption class="vh">Keys, those in use first</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Acts for</th><th scope="col">Until</th><th scope="col">Last used</th><th scope="col">State</th><th scope="col"><span class="vh">Action</span></th></tr></thead><tbody>
{{#KEY}}<tr><th scope="row">{{NAME}}</th><td data-label="Acts for"><bdi>{{WHO}}</bdi></td><td data-label="Until" class="num">{{UNTIL}}</td><td data-label="Last used" class="num">{{USED}}</td>
<td data-label="State">{{#LIVE}}<span class="tag green">In use</span>{{/LIVE}}{{#REVOKED}}<span class="tag">Revoked</span>{{/REVOKED}}{{#OVER}}<span class="tag">Run out</span>{{/OVER}}</td>
<td>{{#MAY_REVOKE}}<form class="inline" method="post" action="/admin/api-keys/{{ID}}/revoke"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><button class="btn sm danger" type="submit">Revoke<span class="vh"> {{NAME}}</span></button></form>{{/MAY_REVOKE}}</td></tr>
{{/KEY}}</tbody></table></div>
{{#NONE}}<div class="empty"><b>No keys yet.</b><p>Make one for each program that is to book visits here, such as a phone system.</p></div>{{/NONE}}</section>
