{{%AUTOESCAPE context="HTML"}}
{{#BACK}}<p class="mt"><a href="{{URL}}">All records of this patient</a></p>{{/BACK}}
<section class="card" aria-labelledby="record"><header>{{#ALONE}}<h1 id="record">{{TITLE}}</h1>{{/ALONE}}{{#BACK}}<h2 id="record">{{TITLE}}</h2>{{/BACK}}<span class="tag">{{TYPE}}</span></header>
<div class="body"><dl class="kv wide">{{#FACT}}<dt>{{LABEL}}</dt><dd>{{VALUE}}</dd>
{{/FACT}}{{#PARENT}}<dt>Part of</dt><dd><a href="/records/{{ID}}">the record that holds it</a></dd>{{/PARENT}}{{#VISIT}}<dt>On the calendar</dt><dd><a href="/appointments/{{ID}}">this visit</a></dd>{{/VISIT}}{{#POLICY}}<dt>Insurance</dt><dd><a href="/insurance/policies/{{ID}}">this policy</a></dd>{{/POLICY}}</dl></div></section>
<section class="card mt" aria-labelledby="source"><header><h2 id="source">As it came</h2></header><div class="body"><div class="scroll" tabindex="0" role="region" aria-labelledby="source"><pre class="pre code">{{JSON:p}}</pre></div></div></section>
