{{%AUTOESCAPE context="HTML"}}
{{! CHAINED (SEQUENCE_NAME OF; STEP rows as in part/visit_sequence.tpl); ID NAME BORN MRN WHAT OLD_DAY OLD_TIMES OLD_WITH OLD_PLACE; PROVIDER SITE EARLIEST PART (fields); NONE; DAY rows (TEXT; WHY (REASON); WHO rows (NAME PLACE; TIME rows (URL LABEL))). }}
<div class="page-head"><div><h1>Move visit</h1><p class="sub"><bdi>{{NAME}}</bdi>, born {{BORN}}, MRN {{MRN}}: {{WHAT}} on <b>{{OLD_DAY}}, {{OLD_TIMES}}</b> with {{OLD_WITH}}, {{OLD_PLACE}}</p></div>
<div class="actions"><a class="btn quiet" href="/appointments/{{ID}}">Leave as it is</a></div></div>
{{#CHAINED}}<div class="note blue"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#info"></use></svg><div><p>This visit is part of {{SEQUENCE_NAME}}. Below are only times that keep the gaps to the others. <a href="/appointments/{{OF}}/sequence">Move all together</a> for any other time.</p><ul>{{#STEP}}<li>{{WHAT}}, {{WHEN}}, {{WITH}}, {{PLACE}} {{>STATUS}}</li>{{/STEP}}</ul></div></div>
{{/CHAINED}}<div class="g2 mt">
<form class="card" method="get" action="/appointments/{{ID}}/move" aria-label="What to look for"><div class="body form">
{{>PROVIDER}}
{{>SITE}}
{{>EARLIEST}}
{{>PART}}
<p class="form-actions"><button class="btn primary" type="submit">Find times</button></p>
</div></form>
<section class="card" aria-labelledby="free"><header><h2 id="free">Free times</h2></header>
{{#NONE}}<div class="empty"><b>No free time in these 30 days.</b><p>Try any provider, any site, any time of day, or a later day.</p></div>{{/NONE}}
<ol class="slots">
{{#DAY}}<li><h3>{{TEXT}}</h3><div>{{#WHO}}<p class="sub">{{NAME}}, {{PLACE}}</p><div class="times">{{#TIME}}<a class="btn" href="{{URL}}">{{LABEL}}<span class="vh">, {{TEXT}}, {{NAME}}</span></a>{{/TIME}}</div>{{/WHO}}{{#WHY}}<p class="sub">{{REASON}}</p>{{/WHY}}</div></li>
{{/DAY}}</ol>
</section>
</div>
