{{%AUTOESCAPE context="HTML"}}
{{>ERRORS}}
<div class="cols"><div class="stack">
<section class="card" aria-labelledby="pol"><header><h2 id="pol">{{NAME}}</h2><span class="tag">{{RANK}}</span>{{#TAG}}<span class="tag {{TONE}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg>{{TEXT}}</span>{{/TAG}}{{#MAY_EDIT}}<a class="btn sm more" href="/insurance/policies/{{ID}}/edit"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#pencil"></use></svg>Change policy</a>{{/MAY_EDIT}}</header>
<dl class="kv wide body">{{#FACT}}<dt>{{LABEL}}</dt><dd>{{VALUE}}</dd>{{/FACT}}<dt>Last changed</dt><dd>{{CHANGED}}</dd></dl>
{{#POLICY_NOTE}}<div class="body"><p class="pre">{{TEXT:p}}</p></div>{{/POLICY_NOTE}}</section>
<section class="card" aria-labelledby="his"><header><h2 id="his">Checks</h2></header>
{{#NO_CHECKS}}<p class="empty">This policy was never checked.</p>{{/NO_CHECKS}}
{{#CHECKS}}<div class="scroll"><table class="t wrap fold"><caption class="vh">Checks, newest first</caption><thead><tr><th scope="col">When</th><th scope="col">For a visit on</th><th scope="col">Found</th><th scope="col">How</th><th scope="col">Copay</th><th scope="col">Deductible left</th></tr></thead><tbody>{{/CHECKS}}
{{#CHECK}}<tr><td data-label="When"><time datetime="{{ISO}}">{{WHEN}}</time><span class="sub">{{WHO}}</span></td><td data-label="For a visit on" class="num">{{FOR}}</td><td data-label="Found"><span class="tag {{TONE}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg>{{STATE}}</span>{{#NOTE}}<span class="sub">{{TEXT:p}}</span>{{/NOTE}}</td><td data-label="How">{{HOW}} {{PERSON}}<span class="sub num">{{REFERENCE}}</span></td><td data-label="Copay" class="num">{{COPAY}}</td><td data-label="Deductible left" class="num">{{LEFT}}</td></tr>{{/CHECK}}
{{#CHECKS}}</tbody></table></div>{{/CHECKS}}</section>
</div><aside class="stack" aria-label="What to do">
{{#MAY_CHECK}}<section class="card" aria-labelledby="chk"><header><h2 id="chk">Record a check</h2></header>
<form id="check" class="body form" method="post" action="/insurance/policies/{{ID}}/check"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">{{>VISIT}}
{{>RESULT}}{{>SERVICE}}{{>METHOD}}{{>PERSON}}{{>REFERENCE}}{{>CHECK_COPAY}}{{>DEDUCTIBLE}}{{>DEDUCTIBLE_LEFT}}{{>POCKET_LEFT}}{{>FOUND}}
<p class="form-actions"><button class="btn primary" type="submit">Save check</button></p></form></section>{{/MAY_CHECK}}
{{#MAY_EDIT}}<section class="card" aria-labelledby="ord"><header><h2 id="ord">Order</h2></header>
<form class="body form" method="post" action="/insurance/policies/{{ID}}/order"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>RANK}}{{>RANK_REASON}}<p class="form-actions"><button class="btn" type="submit">Change order</button></p></form></section>
<section class="card" aria-labelledby="fin"><header><h2 id="fin">End the policy</h2></header>
<form class="body form" method="post" action="/insurance/policies/{{ID}}/end"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><input type="hidden" name="version" value="{{VERSION}}">
{{>HOW}}{{>LAST}}{{>REASON}}<p class="form-actions"><button class="btn danger" type="submit">End policy</button></p></form></section>{{/MAY_EDIT}}
</aside></div>
