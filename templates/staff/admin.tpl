{{%AUTOESCAPE context="HTML"}}
{{! TILE rows (URL ICON LABEL TEXT). }}
<div class="page-head"><div><h1>Administration</h1></div></div>
<div class="tiles">
{{#TILE}}<a href="{{URL}}"><span class="k"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg></span><b>{{LABEL}}</b><span class="sub">{{TEXT}}</span></a>
{{/TILE}}</div>
