{{%AUTOESCAPE context="HTML"}}
{{! TITLE LABEL, STATUS (TEXT), BACK (URL); FACT rows (NAME, VALUE, LINK (URL TEXT)); KEPT (TEXT); PART rows (ANCHOR NAME, ROW rows (NAME VALUE)); LINK rows (NAME, TARGET (URL TEXT), REFERENCE, STATE (TEXT)); TEXT rows (NAME VALUE); MANY; JSON. }}
{{#BACK}}<p class="back"><a href="{{URL}}">Records</a></p>{{/BACK}}
<div class="page-head"><div><h2><bdi>{{TITLE}}</bdi></h2><p class="sub">{{LABEL}}{{#STATUS}} <span class="tag">{{TEXT}}</span>{{/STATUS}}</p></div></div>
{{#KEPT}}<div class="note blue"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#info"></use></svg><div>Kept whole, but in no list of its own: {{TEXT}}.</div></div>{{/KEPT}}
<div class="cols"><div class="stack">
{{#DOC}}<section class="card" aria-labelledby="{{ANCHOR}}"><header><h2 id="{{ANCHOR}}">{{NAME}}</h2></header><div class="body pre">{{VALUE:p}}</div></section>
{{/DOC}}
<section class="card" aria-labelledby="whole"><header><h2 id="whole">Everything in it</h2></header>
{{#PART}}<div class="body"><h3>{{NAME}}</h3><dl class="kv wide">{{#ROW}}<dt>{{NAME}}</dt><dd class="pre">{{VALUE:p}}</dd>{{/ROW}}</dl></div>
{{/PART}}{{#MANY}}<p class="body muted">This record is long. The rest stands in the source below.</p>{{/MANY}}</section>
<section class="card" aria-labelledby="src"><header><h2 id="src">Source</h2></header>
<details class="body"><summary>The record as it came, FHIR R4 JSON</summary><pre class="code pre">{{JSON:p}}</pre></details></section>
</div><aside class="stack" aria-label="About this record">
<section class="card" aria-labelledby="facts"><header><h2 id="facts">About this record</h2></header>
<div class="body"><dl class="kv">{{#FACT}}<dt>{{NAME}}</dt><dd>{{VALUE}}{{#LINK}}<a href="{{URL}}">{{TEXT}}</a>{{/LINK}}</dd>{{/FACT}}</dl></div></section>
<section class="card" aria-labelledby="refs"><header><h2 id="refs">Refers to</h2></header>
{{#SOME}}<ul class="rows two">{{#REF}}<li><div>{{#TARGET}}<a href="{{URL}}"><bdi>{{TEXT}}</bdi></a>{{/TARGET}}{{#OPEN}}<bdi>{{TEXT}}</bdi>{{/OPEN}}<div class="sub">{{NAME}}</div></div>{{#STATE}}<span class="tag {{TONE}}">{{TEXT}}</span>{{/STATE}}</li>
{{/REF}}</ul>{{/SOME}}{{#NO_REFS}}<p class="body muted">Nothing else.</p>{{/NO_REFS}}</section>
</aside></div>
