{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; ISO WHEN PROVIDER TYPE TYPE_ID MINUTES SITE, KEPT (UNTIL), INTERPRETER, CHOICE; SLOT MODE REASON (fields). }}
<a class="back" href="/portal/book/provider?type={{TYPE_ID}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#arrow-left"></use></svg>[[Back]]</a>
{{>ERRORS}}
<p class="hint">[[Step 5 of 5]]</p>
<h1>[[Is this right?]]</h1>
<form class="next" action="/portal/book" method="post"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
<p class="when"><time datetime="{{ISO}}">{{WHEN}}</time></p>
<div class="line"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#user-round"></use></svg><div><b>{{PROVIDER}}</b><div class="sub">{{TYPE}}, {{MINUTES}} [[minutes]]. {{#INTERPRETER}}[[We plan for an interpreter.]]{{/INTERPRETER}}</div></div></div>
<div class="line"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#map-pin"></use></svg><div>{{SITE}}</div></div>
{{#KEPT}}<p class="hint">[[We keep this time for you until]] {{UNTIL}}.</p>
{{/KEPT}}<input type="hidden" name="type" value="{{TYPE_ID}}">{{>SLOT}}{{#CHOICE}}{{>MODE}}{{/CHOICE}}{{>REASON}}
<div class="btns"><button class="btn primary wide" type="submit">[[Book this visit]]</button></div>
</form>
