{{%AUTOESCAPE context="HTML"}}
<a class="back" href="/portal/activate"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#arrow-left"></use></svg>[[Back]]</a>
{{>ERRORS}}
<h1>[[Choose how you log in]]</h1>
<p class="lead">[[Step 2 of 2. Keep these to yourself.]]</p>
<form class="panel" action="/portal/activate/account" method="post">
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>CODE}}{{>BIRTH_ON}}{{>LOGIN}}{{>PASSWORD}}
<div class="btns one"><button class="btn primary" type="submit">[[Open my account]]</button></div>
</form>
