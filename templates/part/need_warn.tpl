{{%AUTOESCAPE context="HTML"}}
{{! What to know of a visit: BEFORE, BOOKED; WARNING rows (ICON TEXT). }}
<div class="note mt" role="note"><div><b>{{#BEFORE}}Know before you book{{/BEFORE}}{{#BOOKED}}Look at before the visit{{/BOOKED}}</b><ul class="needs">{{#WARNING}}<li><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg><span>{{TEXT}}</span></li>{{/WARNING}}</ul>{{#BEFORE}}<p class="sub">The visit can be booked all the same.</p>{{/BEFORE}}</div></div>
