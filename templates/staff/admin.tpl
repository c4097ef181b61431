{{%AUTOESCAPE context="HTML"}}
{{! FIRST (what a new clinic still has to do: DONE_N ALL_N, STEP rows (URL LABEL, DONE or OPEN)); TILE rows (URL ICON LABEL TEXT). }}
<div class="page-head"><div><h1>Administration</h1></div></div>
{{#FIRST}}<section class="card" aria-labelledby="first"><header><h2 id="first">First steps</h2><span class="sub">{{DONE_N}} of {{ALL_N}} done</span></header>
<ol class="rows two">{{#STEP}}<li><a href="{{URL}}">{{LABEL}}</a>{{#DONE}}<span class="tag green"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#check"></use></svg>Done</span>{{/DONE}}{{#OPEN}}<span class="tag amber"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#circle-dashed"></use></svg>To do</span>{{/OPEN}}</li>
{{/STEP}}</ol></section>
{{/FIRST}}<div class="tiles{{#FIRST}} mt{{/FIRST}}">
{{#TILE}}<a href="{{URL}}"><span class="k"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg></span><b>{{LABEL}}</b><span class="sub">{{TEXT}}</span></a>
{{/TILE}}</div>
