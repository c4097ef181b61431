{{%AUTOESCAPE context="HTML"}}
<h2 class="vh">Summary</h2>
<div class="cols"><div class="stack">
{{#NOTE}}<div class="note blue"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#info"></use></svg><div class="pre">{{TEXT:p}}</div></div>
{{/NOTE}}{{#ITEMS}}<section class="card" aria-labelledby="items"><header><h2 id="items">Open items</h2><span class="tag">{{N}}</span><a class="more" href="{{URL}}">All, with closed ones</a></header>
{{>LIST}}{{>NOTHING}}
</section>
{{/ITEMS}}{{#TIMELINE}}<section class="card" aria-labelledby="line"><header><h2 id="line">{{TITLE}}</h2><a class="more" href="{{URL}}">{{MORE}}</a></header>
{{>LIST}}{{>NOTHING}}
</section>
{{/TIMELINE}}</div>
<aside class="stack" aria-label="At a glance">
{{#VISITS}}<section class="card" aria-labelledby="next"><header><h2 id="next">Next visits</h2><a class="more" href="{{URL}}">All</a></header>
<ul class="rows two">{{#NEXT}}<li><div><a href="/appointments/{{ID}}">{{WHEN}}</a><div class="sub">{{WHAT}}</div></div><span class="tag {{TONE}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg>{{STATE}}</span></li>
{{/NEXT}}</ul>{{>NOTHING}}
</section>
{{/VISITS}}{{>MEASURE}}
{{#COVERAGE}}<section class="card" aria-labelledby="cover"><header><h2 id="cover">Coverage</h2><a class="more" href="{{URL}}">Insurance</a></header>
{{>NOTHING}}<div class="body"><dl class="kv">{{#FACT}}<dt>{{LABEL}}</dt><dd class="num">{{VALUE}}</dd>
{{/FACT}}</dl></div>
</section>
{{/COVERAGE}}<section class="card" aria-labelledby="people"><header><h2 id="people">Care team and contacts</h2></header>
<ul class="rows two">{{#PERSON}}<li><div><b>{{NAME}}</b><div class="sub">{{ROLE}}</div></div><span class="num sub">{{PHONE}}</span></li>
{{/PERSON}}</ul>{{#NO_PEOPLE}}<div class="empty"><b>Nobody recorded yet.</b></div>{{/NO_PEOPLE}}
</section>
</aside></div>
