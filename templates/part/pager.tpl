{{%AUTOESCAPE context="HTML"}}
{{! Under a list: FROM TO TOTAL, PREV (URL), NEXT (URL). }}
<nav class="pager" aria-label="[[Pages]]">
<p>{{FROM}}–{{TO}} [[of]] {{TOTAL}}</p>
{{#PREV}}<a class="btn sm" rel="prev" href="{{URL}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-left"></use></svg>[[Previous]]</a>{{/PREV}}
{{#NEXT}}<a class="btn sm" rel="next" href="{{URL}}">[[Next]]<svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-right"></use></svg></a>{{/NEXT}}
</nav>
