{{%AUTOESCAPE context="HTML"}}
<div class="page-head"><div><h1>{{TITLE}}</h1><p class="sub">{{KIND}} · <span class="due{{#LATE}} late{{/LATE}}">{{DUE}}</span> · {{#TAG}}<span class="tag {{TONE}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg>{{TEXT}}</span>{{/TAG}}</p></div>
<div class="actions">{{#UNDO}}<form class="inline" method="post" action="/items/{{ID}}/undo?version={{VERSION:u}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><button class="btn" type="submit"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#undo-2"></use></svg>Undo last change</button></form>{{/UNDO}}{{#ABOUT}}<a class="btn" href="{{URL}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#arrow-right"></use></svg>{{LABEL}}</a>{{/ABOUT}}</div></div>
{{>ERRORS}}
{{#NOT_MINE}}<div class="note blue"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#info"></use></svg><div><b>This item is with {{TEXT}}.</b> You can read it. Ask them, or a supervisor, to hand it over.</div></div>{{/NOT_MINE}}
<div class="cols"><div class="stack">
{{#OPEN}}<section class="card" aria-labelledby="a1"><header><h2 id="a1">Log an attempt</h2></header>
<form id="attempt" class="body form" method="post" action="/items/{{ID}}/attempt"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><input type="hidden" name="version" value="{{VERSION}}">
<div class="in-row">{{>OUTCOME}}</div><div class="pair">{{>CHANNEL}}{{>NUMBER}}</div>{{>PERSON}}{{>SAID}}{{>NEXT}}{{>FINISH}}
<p class="form-actions"><button class="btn primary" type="submit">Save attempt</button></p></form></section>
<section class="card" aria-labelledby="a2"><header><h2 id="a2">Mark done</h2></header>
<form id="done" class="body form" method="post" action="/items/{{ID}}/done"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><input type="hidden" name="version" value="{{VERSION}}">
{{>PROOF}}{{>NOTE}}<p class="form-actions"><button class="btn primary" type="submit">Mark done</button></p></form></section>{{/OPEN}}
<section class="card" aria-labelledby="a3"><header><h2 id="a3">Attempts</h2></header>
{{#TRIES}}<div class="scroll"><table class="t wrap fold"><caption class="vh">Attempts, newest first</caption><thead><tr><th scope="col">When</th><th scope="col">How</th><th scope="col">Outcome</th><th scope="col">Note</th></tr></thead><tbody>{{/TRIES}}
{{#TRY}}<tr><td data-label="When"><time datetime="{{ISO}}">{{WHEN}}</time><span class="sub">{{WHO}}</span></td><td data-label="How">{{HOW}}<span class="sub num">{{NUMBER}}</span></td><td data-label="Outcome"><span class="tag {{TONE}}">{{OUTCOME}}</span><span class="sub">{{PERSON}}</span></td><td data-label="Note">{{#NOTE}}{{TEXT:p}}{{/NOTE}}</td></tr>{{/TRY}}
{{#TRIES}}</tbody></table></div>{{/TRIES}}{{#NO_TRIES}}<p class="empty">Nobody has been tried yet.</p>{{/NO_TRIES}}</section>
<section class="card" aria-labelledby="a4"><header><h2 id="a4">History</h2></header>
<ol class="tl">{{#EVENT}}<li><span class="k"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg></span><div><span class="strong">{{WHAT}}</span> {{CHANGE}}{{#NOTE}}<p class="q pre">{{TEXT:p}}</p>{{/NOTE}}<p class="sub">{{WHO}}</p></div><time class="sub" datetime="{{ISO}}">{{WHEN}}</time></li>{{/EVENT}}</ol></section>
</div>
<aside class="stack" aria-label="At a glance">
{{#PATIENT}}<section class="card" aria-labelledby="p1"><header><h2 id="p1"><a href="/patients/{{ID}}"><bdi>{{NAME}}</bdi>{{#CALLED}} “{{TEXT}}”{{/CALLED}}</a></h2></header>
<dl class="kv body"><dt>Born</dt><dd class="num">{{BORN}}</dd><dt>MRN</dt><dd class="num">{{MRN}}</dd><dt>Phone</dt><dd class="num">{{PHONE}}</dd><dt>Language</dt><dd>{{LANGUAGE}}{{#INTERPRETER}}, needs an interpreter{{/INTERPRETER}}</dd>{{#HOW}}<dt>Contact</dt><dd>{{TEXT}}</dd>{{/HOW}}</dl></section>{{/PATIENT}}
<section class="card" aria-labelledby="f1"><header><h2 id="f1">Facts</h2></header>
{{#DETAIL}}<div class="body"><p class="pre">{{TEXT:p}}</p></div>{{/DETAIL}}
<dl class="kv body">{{#FACT}}<dt>{{LABEL}}</dt><dd>{{VALUE}}</dd>{{/FACT}}</dl></section>
{{#OPEN}}<section class="card" aria-labelledby="g1"><header><h2 id="g1">Plan</h2></header>
<form id="assign" class="body form parted" method="post" action="/items/{{ID}}/assign"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><input type="hidden" name="version" value="{{VERSION}}">{{>OWNER}}<p class="form-actions"><button class="btn sm" type="submit">Change owner</button></p></form>
<form id="due-form" class="body form parted" method="post" action="/items/{{ID}}/due"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><input type="hidden" name="version" value="{{VERSION}}">{{>DUE}}{{>BY}}<p class="form-actions"><button class="btn sm" type="submit">Change due date</button></p></form>
<form class="body form parted" method="post" action="/items/{{ID}}/state"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><input type="hidden" name="version" value="{{VERSION}}">{{>STATE}}{{>WAITING_ON}}<p class="form-actions"><button class="btn sm" type="submit">Change status</button></p></form>
<form class="body form parted" method="post" action="/items/{{ID}}/snooze"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><input type="hidden" name="version" value="{{VERSION}}">{{>UNTIL}}<p class="form-actions"><button class="btn sm" type="submit">Snooze item</button></p></form>
<form class="body form parted" method="post" action="/items/{{ID}}/cancel"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><input type="hidden" name="version" value="{{VERSION}}">{{>REASON}}<p class="form-actions"><button class="btn sm danger" type="submit">Cancel item</button></p></form></section>{{/OPEN}}
</aside></div>
