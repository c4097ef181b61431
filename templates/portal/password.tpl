{{%AUTOESCAPE context="HTML"}}
<a class="back" href="/portal/me"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#arrow-left"></use></svg>[[Back]]</a>
{{>ERRORS}}
<h1>[[Change my password]]</h1>
<form class="panel" action="/portal/me/password" method="post">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>OLD}}{{>PASSWORD}}
<p class="hint">[[You will be logged out everywhere else.]]</p>
<div class="btns one mt"><button class="btn primary" type="submit">[[Change my password]]</button></div>
</form>
