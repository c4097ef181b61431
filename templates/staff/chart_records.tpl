{{%AUTOESCAPE context="HTML"}}
<h2 class="vh">Records</h2>
<div class="stack">
<div class="g2">{{#CARD}}<section class="card" aria-labelledby="{{ID}}"><header><h2 id="{{ID}}">{{TITLE}}</h2><span class="tag">{{N}}</span></header>
{{#NONE}}<div class="empty"><b>None in the records.</b></div>{{/NONE}}
<ul class="rows two">{{#LINE}}<li><div><a href="/records/{{ID}}">{{WHAT}}</a>{{#SUB}}<div class="sub">{{TEXT}}</div>{{/SUB}}</div><span class="sub{{#PAST}} gone{{/PAST}}">{{END}}</span></li>
{{/LINE}}</ul></section>
{{/CARD}}</div>
{{#SAYS}}<section class="card" aria-labelledby="latest"><header><h2 id="latest">Latest measurements</h2></header>
{{#NO_LATEST}}<div class="empty"><b>No measurements in the records.</b></div>{{/NO_LATEST}}
{{#HAS_LATEST}}<div class="scroll"><table class="t list fold"><caption class="vh">The latest value of each measurement</caption>
<thead><tr><th scope="col">Measurement</th><th scope="col">Value</th><th scope="col">Normal range</th><th scope="col">When</th></tr></thead>
<tbody>{{#LATEST}}<tr><td><a class="nm" href="/records/{{ID}}">{{WHAT}}</a></td><td class="num" data-label="Value">{{VALUE}}{{#FLAG}} <span class="tag amber">{{TEXT}}</span>{{/FLAG}}</td><td class="num" data-label="Range">{{RANGE}}</td><td class="num when" data-label="When">{{WHEN}}</td></tr>
{{/LATEST}}</tbody></table></div>{{/HAS_LATEST}}</section>
{{/SAYS}}<section class="card" aria-labelledby="all"><header><h2 id="all">All records</h2></header>
<nav class="queues" aria-label="Kinds of record"><a href="{{ALL_URL}}"{{#ALL_TYPES}} aria-current="page"{{/ALL_TYPES}}>All</a>{{#TYPE}}<a href="{{URL}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{LABEL}} <span class="c">{{N}}</span></a>
{{/TYPE}}</nav>
{{#HAS_RECORDS}}<div class="scroll"><table class="t list fold"><caption class="vh">Imported records, newest first</caption>
<thead><tr><th scope="col">Record</th><th scope="col">Kind</th><th scope="col">Status</th><th scope="col">When</th></tr></thead>
<tbody>{{#RECORD}}<tr><td><a class="nm" href="/records/{{ID}}">{{TITLE}}</a>{{#KEPT}}<span class="sub">{{TEXT}}</span>{{/KEPT}}</td><td data-label="Kind">{{TYPE}}</td><td data-label="Status">{{STATUS}}</td><td class="num when" data-label="When">{{WHEN}}</td></tr>
{{/RECORD}}</tbody></table></div>{{/HAS_RECORDS}}
{{>NOTHING}}{{>PAGER}}</section>
</div>
