{{%AUTOESCAPE context="HTML"}}
<div class="page-head"><div><h1>New follow-up</h1><p class="sub">For <a href="/patients/{{ID}}"><bdi>{{NAME}}</bdi></a>, born <span class="num">{{BORN}}</span>, MRN <span class="num">{{MRN}}</span></p></div></div>
{{>ERRORS}}
<form class="card" method="post" action="/followups"><div class="body form"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">{{>PATIENT}}
{{>TITLE}}{{>KIND}}{{>DETAIL}}{{>NEXT_STEP}}<div class="pair">{{>DUE}}{{>BY}}</div>{{>OWNER}}{{>PRIORITY}}
<p class="form-actions"><button class="btn primary" type="submit">Open follow-up</button><a class="btn quiet" href="/patients/{{ID}}">Cancel</a></p></div></form>
