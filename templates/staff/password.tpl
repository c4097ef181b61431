{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; MUST, MAY; CURRENT FRESH AGAIN (fields). }}
<div class="page-head"><div><h1>Change password</h1>{{#MUST}}<p class="sub">The password you have was given to you. Choose your own to go on.</p>{{/MUST}}</div></div>
{{>ERRORS}}
<form class="card" method="post" action="/me/password">
<div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>CURRENT}}
{{>FRESH}}
{{>AGAIN}}
<p class="form-actions"><button class="btn primary" type="submit">Change password</button>{{#MAY}}<a class="btn quiet" href="/me">Cancel</a>{{/MAY}}</p>
</div></form>
