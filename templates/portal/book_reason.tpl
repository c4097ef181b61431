{{%AUTOESCAPE context="HTML"}}
{{! TYPE rows (ID NAME MINUTES), NONE. }}
<a class="back" href="/portal"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#arrow-left"></use></svg>[[Back]]</a>
<p class="hint">[[Step 1 of 5]]</p>
<h1>[[What is the visit for?]]</h1>
<ul class="todo">{{#TYPE}}<li><a href="/portal/book/provider?type={{ID}}"><span class="k appt"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#calendar-days"></use></svg></span><b>{{NAME}}</b><span class="sub">{{MINUTES}} [[minutes]]</span><svg class="i chev" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-right"></use></svg></a></li>
{{/TYPE}}</ul>
{{#NONE}}<p class="panel">[[No visits can be booked online yet.]]</p>{{/NONE}}
<p class="hint"><a href="/portal/book/ask">[[None of these? Ask us for a visit]]</a></p>
