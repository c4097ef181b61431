{{%AUTOESCAPE context="HTML"}}
{{! TYPE_ID PROVIDER_ID DAY_TEXT, SOME, NONE, TIME rows (SLOT TEXT WHO PLACE). }}
<a class="back" href="/portal/book/day?type={{TYPE_ID}}&amp;provider={{PROVIDER_ID}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#arrow-left"></use></svg>[[Back]]</a>
<p class="hint">[[Step 4 of 5]]</p>
<h1>[[Which time suits you?]]</h1>
<p class="lead">{{DAY_TEXT}}</p>
{{#SOME}}<form action="/portal/book/time" method="post"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><input type="hidden" name="type" value="{{TYPE_ID}}">
<ul class="picks">{{#TIME}}<li><button class="btn" type="submit" name="slot" value="{{SLOT}}"><b>{{TEXT}}</b><span class="sub">{{WHO}}, {{PLACE}}</span></button></li>
{{/TIME}}</ul></form>{{/SOME}}
{{#NONE}}<p class="panel">[[No time is free on this day any more.]]</p>{{/NONE}}
<p class="hint"><a href="/portal/book/ask">[[None of these? Ask us for a visit]]</a></p>
