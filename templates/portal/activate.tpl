{{%AUTOESCAPE context="HTML"}}
<a class="back" href="/portal/login"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#arrow-left"></use></svg>[[Back]]</a>
{{>ERRORS}}
<h1>[[Set up your account]]</h1>
<p class="lead">[[Step 1 of 2. We gave you a letter with a code.]]</p>
<form class="panel" action="/portal/activate" method="post">
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>CODE}}{{>BIRTH}}
<div class="btns one"><button class="btn primary" type="submit">[[Continue]]</button></div>
</form>
