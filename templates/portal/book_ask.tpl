{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; WHAT WISH NOTE (fields). }}
<a class="back" href="/portal/book/reason"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#arrow-left"></use></svg>[[Back]]</a>
{{>ERRORS}}
<h1>[[Ask for a visit]]</h1>
<form class="panel" action="/portal/book/ask" method="post"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>WHAT}}{{>WISH}}{{>NOTE}}
<p class="hint">[[We will call you with times.]]</p>
<div class="btns one mt"><button class="btn primary" type="submit">[[Ask for a visit]]</button></div>
</form>
