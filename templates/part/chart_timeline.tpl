{{%AUTOESCAPE context="HTML"}}
{{! A timeline, newest first: LINE rows (DAY (TEXT) above the first of a day, END on the last, CLASS ICON, LINK (URL TITLE) or PLAIN (TITLE), DETAIL (TEXT), TIME ISO). }}
<ol class="tl" role="list">
{{#LINE}}{{#DAY}}<li class="day">{{TEXT}}</li>
{{/DAY}}<li class="{{#END}}end{{/END}}"><span class="k {{CLASS}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg></span><div><span class="strong">{{#LINK}}<a href="{{URL}}">{{TITLE}}</a>{{/LINK}}{{#PLAIN}}{{TITLE}}{{/PLAIN}}</span>{{#DETAIL}}<p class="q">{{TEXT}}</p>{{/DETAIL}}</div><time class="sub" datetime="{{ISO}}">{{TIME}}</time></li>
{{/LINE}}</ol>
