{{%AUTOESCAPE context="HTML"}}
<a class="back" href="/portal/visits/{{ID}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#arrow-left"></use></svg>[[Back]]</a>
{{>ERRORS}}
<h1>[[Ask for another time]]</h1>
<p class="lead">{{WHEN}}, {{PROVIDER}}</p>
<form class="panel" action="/portal/visits/{{ID}}/change" method="post">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>WISH}}{{>NOTE}}
<p class="hint">[[We will call you with other times. Until then this visit stays booked.]]</p>
<div class="btns one mt"><button class="btn primary" type="submit">[[Ask for another time]]</button></div>
</form>
