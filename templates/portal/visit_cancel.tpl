{{%AUTOESCAPE context="HTML"}}
<a class="back" href="/portal/visits/{{ID}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#arrow-left"></use></svg>[[Back]]</a>
{{>ERRORS}}
<h1>[[Cancel this visit?]]</h1>
<p class="lead">{{WHEN}}, {{PROVIDER}}</p>
<form class="panel" action="/portal/visits/{{ID}}/cancel" method="post">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>VERSION}}{{>REASON}}
<p class="hint">[[The time is then free for somebody else. If you only need another time, ask for that instead.]]</p>
<div class="btns one mt"><button class="btn danger" type="submit">[[Cancel this visit]]</button><a class="btn" href="/portal/visits/{{ID}}/change">[[Ask for another time]]</a></div>
</form>
