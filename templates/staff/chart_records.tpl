{{%AUTOESCAPE context="HTML"}}
{{! TYPE rows (URL LABEL N, CURRENT); SECTION rows (ANCHOR TITLE, ALL (URL), TABLE (part), NONE (TEXT)); NOTHING (part); PAGER (FROM TO TOTAL, PREV, NEXT). }}
<h2 class="vh">Records</h2>
<div class="stack">
<section class="card" aria-label="Kinds of records">
<nav class="queues" aria-label="Kinds">{{#TYPE}}<a href="{{URL}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{LABEL}}{{#COUNT}} <span class="c">{{N}}</span>{{/COUNT}}</a>
{{/TYPE}}</nav>
{{>NOTHING}}
{{#LIST}}{{>TABLE}}
<nav class="pager" aria-label="Pages"><p>{{FROM}}–{{TO}} of {{TOTAL}}</p>
{{#PREV}}<a class="btn sm" rel="prev" href="{{URL}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-left"></use></svg>Previous</a>{{/PREV}}
{{#NEXT}}<a class="btn sm" rel="next" href="{{URL}}">Next<svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-right"></use></svg></a>{{/NEXT}}
</nav>{{/LIST}}
</section>
{{#SECTION}}<section class="card" aria-labelledby="{{ANCHOR}}"><header><h2 id="{{ANCHOR}}">{{TITLE}}</h2>{{#ALL}}<a class="more" href="{{URL}}">All {{N}}<span class="vh"> {{TITLE}}</span></a>{{/ALL}}</header>
{{>TABLE}}{{#NONE}}<p class="body muted">{{TEXT}}</p>{{/NONE}}
</section>
{{/SECTION}}
</div>
