{{%AUTOESCAPE context="HTML"}}
<a class="back" href="/portal/me"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#arrow-left"></use></svg>[[Back]]</a>
{{>ERRORS}}
<h1>[[How we reach you]]</h1>
<form class="panel" action="/portal/me/contact" method="post">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>VERSION}}{{>PHONE}}{{>EMAIL}}{{>ADDRESS}}{{>CITY}}{{>STATE}}{{>POSTAL}}{{>CHANNEL}}
<div class="btns one"><button class="btn primary" type="submit">[[Save my details]]</button></div>
</form>
