{{%AUTOESCAPE context="HTML"}}
<a class="back" href="/portal/login"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#arrow-left"></use></svg>[[Log in instead]]</a>
{{>ERRORS}}
<h1>[[Check in for your visit]]</h1>
<p class="lead">[[You are at the clinic and have a check-in code? Then you need no account.]]</p>
<form class="panel" action="/check-in" method="post">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>CODE}}{{>BIRTH}}
<div class="btns one"><button class="btn primary" type="submit">[[Continue]]</button></div>
</form>
<p class="sub">[[No code? Please go to the desk. They check you in.]]</p>
