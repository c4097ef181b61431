{{%AUTOESCAPE context="HTML"}}
<h2 class="vh">Details</h2>
<div class="cols"><div class="stack">
<section class="card" aria-labelledby="facts"><header><h2 id="facts">Details</h2>{{#MAY_EDIT}}<a class="btn sm more" href="/patients/{{ID}}/edit"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#pencil"></use></svg>Edit details</a>{{/MAY_EDIT}}</header>
<div class="body"><dl class="kv wide">{{#FACT}}<dt>{{LABEL}}</dt><dd>{{#KNOWN}}{{TEXT}}{{/KNOWN}}{{#GONE}}<span class="gone">{{TEXT}}</span>{{/GONE}}</dd>
{{/FACT}}</dl></div></section>
<section class="card" aria-labelledby="changes"><header><h2 id="changes">What changed</h2></header>
{{#NO_CHANGES}}<div class="empty"><b>Nothing was changed since the patient was registered.</b></div>{{/NO_CHANGES}}
{{#CHANGED}}<div class="scroll"><table class="t fold"><caption class="vh">Changes, newest first</caption>
<thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">Field</th><th scope="col">Before</th><th scope="col">After</th></tr></thead>
<tbody>{{#CHANGE}}<tr><td class="num">{{WHEN}}</td><td data-label="Who">{{WHO}}</td><td data-label="Field">{{FIELD}}</td><td data-label="Before">{{BEFORE}}</td><td data-label="After">{{AFTER}}</td></tr>
{{/CHANGE}}</tbody></table></div>{{/CHANGED}}</section>
</div><aside class="stack" aria-label="Identity and portal">
{{#EACH_VISIT}}<section class="card" aria-labelledby="each"><header><h2 id="each">Needs at each visit</h2>{{#MAY}}<a class="btn sm more" href="/patients/{{PATIENT}}/needs"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#pencil"></use></svg>Change<span class="vh"> the needs at each visit</span></a>{{/MAY}}</header><div class="body"><dl class="kv">{{#STANDING}}<dt>{{LABEL}}</dt><dd>{{TEXT}}</dd>{{/STANDING}}</dl></div></section>
{{/EACH_VISIT}}{{#CONTACTS}}<section class="card" aria-labelledby="contacts"><header><h2 id="contacts">Contacts</h2></header>
{{#NO_CONTACT}}<div class="empty"><b>Nobody recorded yet.</b></div>{{/NO_CONTACT}}
<ul class="rows two">{{#CONTACT}}<li><div><b>{{WHO}}</b><div class="sub">{{ROLE}}{{#FIRST}} · emergency contact{{/FIRST}}</div><div class="sub num">{{TEL}}</div></div>{{#REMOVE}}<form method="post" action="{{URL}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><button class="btn sm" type="submit">Remove<span class="vh">: {{WHO}}</span></button></form>{{/REMOVE}}</li>
{{/CONTACT}}</ul>
{{#ADD}}<details class="body"{{#OPEN}} open{{/OPEN}}><summary>Add a contact</summary>
{{>ERRORS}}<form class="form mt" method="post" action="{{URL}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>NAME}}{{>RELATIONSHIP}}{{>PHONE}}{{>EMERGENCY}}
<p class="form-actions"><button class="btn" type="submit">Add contact</button></p></form></details>{{/ADD}}
</section>
{{/CONTACTS}}<section class="card" aria-labelledby="ids"><header><h2 id="ids">Other identifiers</h2></header>
{{#NO_IDENTIFIERS}}<div class="empty"><b>None recorded.</b></div>{{/NO_IDENTIFIERS}}
<ul class="rows two">{{#IDENTIFIER}}<li><div><span class="code">{{VALUE}}</span><div class="sub">{{SYSTEM}}</div></div><span class="tag">{{TYPE}}</span></li>
{{/IDENTIFIER}}</ul></section>
{{#PORTAL}}<section class="card" aria-labelledby="portal"><header><h2 id="portal">Patient portal</h2></header><div class="body stack">
{{#HAS}}<p>Has an account. Last log-in: {{LAST}}.</p>{{/HAS}}{{#HAS_NOT}}<p>No account yet.</p>{{/HAS_NOT}}
{{#MAY}}<form method="post" action="{{URL}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><button class="btn" type="submit"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#key-round"></use></svg>Print activation code</button></form><p class="hint">A new code makes earlier ones worthless.</p>{{/MAY}}{{#NO_BIRTH}}<p class="gone">An invitation needs the date of birth.</p>{{/NO_BIRTH}}
</div></section>
{{/PORTAL}}{{#MAY_AUDIT}}<section class="card" aria-labelledby="looks"><header><h2 id="looks">Access</h2></header><div class="body"><a href="/patients/{{ID}}/access">Who looked at this chart</a></div></section>{{/MAY_AUDIT}}
</aside></div>
