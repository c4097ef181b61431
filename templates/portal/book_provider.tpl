{{%AUTOESCAPE context="HTML"}}
{{! TYPE_ID, PROVIDER rows (ID NAME SPECIALTY, OWN). }}
<a class="back" href="/portal/book/reason"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#arrow-left"></use></svg>[[Back]]</a>
<p class="hint">[[Step 2 of 5]]</p>
<h1>[[Whom would you like to see?]]</h1>
<ul class="todo"><li><a href="/portal/book/day?type={{TYPE_ID}}"><span class="k appt"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#clock"></use></svg></span><b>[[Whoever has time first]]</b><span class="sub">[[You see all free times]]</span><svg class="i chev" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-right"></use></svg></a></li>
{{#PROVIDER}}<li><a href="/portal/book/day?type={{TYPE_ID}}&amp;provider={{ID}}"><span class="k"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#user-round"></use></svg></span><b>{{NAME}}</b><span class="sub">{{#OWN}}[[Your own provider]]. {{/OWN}}{{SPECIALTY}}</span><svg class="i chev" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-right"></use></svg></a></li>
{{/PROVIDER}}</ul>
