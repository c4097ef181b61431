{{%AUTOESCAPE context="HTML"}}
{{! Who this chart is about, on every chart page: INITIALS NAME ("Delgado, Rosa"), CALLED (TEXT) (preferred name), PRONOUNS (TEXT), BORN ("14 Mar 1961 (65 y)") SEX MRN, PHONE (LABEL TEXT), DEAD (TEXT), DO rows (URL ICON LABEL, FIRST), FLAG rows (TONE ICON TEXT), TAB rows (URL LABEL, CURRENT, COUNT (N, HOT)). }}
<section class="pt" aria-label="[[Patient]]">
<div class="pt-main"><span class="avatar big" aria-hidden="true">{{INITIALS}}</span>
<div><h1><bdi>{{NAME}}</bdi>{{#CALLED}} <small>“{{TEXT}}”</small>{{/CALLED}}{{#PRONOUNS}} <small>{{TEXT}}</small>{{/PRONOUNS}}</h1>
<div class="ids num"><span>Born <b>{{BORN}}</b></span><span>{{SEX}}</span><span>MRN <b>{{MRN}}</b></span>{{#PHONE}}<span>{{LABEL}} <b>{{TEXT}}</b></span>{{/PHONE}}{{#DEAD}}<span><b>{{TEXT}}</b></span>{{/DEAD}}</div></div>
<div class="actions">{{#DO}}<a class="btn{{#FIRST}} primary{{/FIRST}}" href="{{URL}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg>{{LABEL}}</a>{{/DO}}</div></div>
<div class="pt-flags">{{#FLAG}}<span class="tag {{TONE}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg>{{TEXT}}</span>{{/FLAG}}</div>
<nav class="tabs" aria-label="[[Patient record]]">{{#TAB}}<a href="{{URL}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{LABEL}}{{#COUNT}}<span class="c{{#HOT}} hot{{/HOT}}">{{N}}<span class="vh"> open{{#HOT}}, some overdue{{/HOT}}</span></span>{{/COUNT}}</a>{{/TAB}}</nav>
</section>
