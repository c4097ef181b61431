{{%AUTOESCAPE context="HTML"}}
{{! TYPE_ID PROVIDER_ID, DAY rows (ISO TEXT N), NONE, LATER (TYPE_ID PROVIDER_ID ISO). }}
<a class="back" href="/portal/book/provider?type={{TYPE_ID}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#arrow-left"></use></svg>[[Back]]</a>
<p class="hint">[[Step 3 of 5]]</p>
<h1>[[Which day suits you?]]</h1>
<ul class="todo">{{#DAY}}<li><a href="/portal/book/time?type={{TYPE_ID}}&amp;provider={{PROVIDER_ID}}&amp;day={{ISO}}"><span class="k appt"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#calendar-days"></use></svg></span><b><time datetime="{{ISO}}">{{TEXT}}</time></b><span class="sub">[[Free times]]: {{N}}</span><svg class="i chev" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-right"></use></svg></a></li>
{{/DAY}}</ul>
{{#NONE}}<p class="panel">[[There is no free time in these two weeks.]]</p>{{/NONE}}
{{#LATER}}<div class="btns one"><a class="btn" href="/portal/book/day?type={{TYPE_ID}}&amp;provider={{PROVIDER_ID}}&amp;from={{ISO}}">[[Show later days]]</a></div>{{/LATER}}
<p class="hint"><a href="/portal/book/ask">[[None of these? Ask us for a visit]]</a></p>
