{{%AUTOESCAPE context="HTML"}}
{{! DATABASE AUDIT QUEUE SETTING rows (LABEL VALUE, BAD). }}
<div class="page-head"><div><h1>System health</h1></div></div>
<div class="stack">
<section class="card" aria-labelledby="db"><header><h2 id="db">Database</h2></header>
<div class="body"><dl class="kv wide">{{#DATABASE}}<dt>{{LABEL}}</dt><dd>{{VALUE}}{{#BAD}} <span class="tag amber"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#triangle-alert"></use></svg>Look at this</span>{{/BAD}}</dd>
{{/DATABASE}}</dl></div></section>
<section class="card" aria-labelledby="aud"><header><h2 id="aud">Audit log</h2><a class="more" href="/admin/audit">Open</a></header>
<div class="body"><dl class="kv wide">{{#AUDIT}}<dt>{{LABEL}}</dt><dd>{{VALUE}}{{#BAD}} <span class="tag amber"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#triangle-alert"></use></svg>Look at this</span>{{/BAD}}</dd>
{{/AUDIT}}</dl></div></section>
<section class="card" aria-labelledby="queue"><header><h2 id="queue">Queues and people</h2></header>
<div class="body"><dl class="kv wide">{{#QUEUE}}<dt>{{LABEL}}</dt><dd>{{VALUE}}{{#BAD}} <span class="tag amber"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#triangle-alert"></use></svg>Look at this</span>{{/BAD}}</dd>
{{/QUEUE}}</dl></div></section>
<section class="card" aria-labelledby="set"><header><h2 id="set">Settings in force</h2></header>
<div class="body"><dl class="kv wide">{{#SETTING}}<dt>{{LABEL}}</dt><dd>{{VALUE}}{{#BAD}} <span class="tag amber"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#triangle-alert"></use></svg>Look at this</span>{{/BAD}}</dd>
{{/SETTING}}</dl></div></section>
</div>
