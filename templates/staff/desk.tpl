{{%AUTOESCAPE context="HTML"}}
{{! The check-in desk: ERRORS; ID PATIENT_ID NAME_SHOWN BORN MRN WHAT ISO TIMES WITH SITE STATUS, MAY_EDIT; DOOR (TEXT, LEFT (TEXT), CLEAR); ADDRESS EMAIL CHANNEL, PHONE rows (NUMBER USE), NO_PHONE; SPEAKS, INTERPRETER, HAS_NOTE, NOTE; POLICY rows (PAYER MEMBER RANK COPAY LAST, TAG (TONE ICON TEXT), OLD (TEXT)), NO_POLICY; HELD rows (LABEL ANSWER WHEN WHO), DUE, NONE_DUE, ASK_TREATMENT, ASK_PRIVACY, ASK_TELEHEALTH, ASK_TEXT; fields of the form. }}
<div class="page-head"><div><h1>Check in, <bdi>{{NAME_SHOWN}}</bdi></h1><p class="sub"><time datetime="{{ISO}}">{{TIMES}}</time> · {{WHAT}}, {{WITH}} {{>STATUS}}</p></div></div>
{{#DOOR}}<p class="note blue">This patient came in by themselves ({{TEXT}}).{{#LEFT}} Left for you: <b>{{TEXT}}</b>.{{/LEFT}}{{#CLEAR}} They said nothing has changed.{{/CLEAR}}</p>{{/DOOR}}
{{>ERRORS}}
<form class="desk" method="post" action="/appointments/{{ID}}/check-in"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">{{>VERSION}}
<section class="card" aria-labelledby="s1"><header><h2 id="s1">1. Who it is</h2></header><div class="body form">
<p>Ask for both. Do not read them out first.</p>
<dl class="kv mt"><dt>Name</dt><dd><bdi>{{NAME_SHOWN}}</bdi></dd><dt>Born</dt><dd class="num">{{BORN}}</dd><dt>MRN</dt><dd class="num">{{MRN}}</dd></dl>
<div class="mt">{{>NAME}}{{>BIRTH}}</div></div></section>
<section class="card mt" aria-labelledby="s2"><header><h2 id="s2">2. Contact</h2>{{#MAY_EDIT}}<a class="more" href="/patients/{{PATIENT_ID}}/edit">Change</a>{{/MAY_EDIT}}</header><div class="body form">
<dl class="kv"><dt>Address</dt><dd>{{ADDRESS}}</dd><dt>Phone</dt><dd>{{#PHONE}}<span class="num">{{NUMBER}}</span> <span class="sub">{{USE}}</span><br>{{/PHONE}}{{#NO_PHONE}}Not recorded{{/NO_PHONE}}</dd><dt>E-mail</dt><dd>{{EMAIL}}</dd><dt>Is told by</dt><dd>{{CHANNEL}}</dd></dl>
<div class="mt">{{>CONTACT}}</div></div></section>
<section class="card mt" aria-labelledby="s3"><header><h2 id="s3">3. Insurance</h2><a class="more" href="/patients/{{PATIENT_ID}}/insurance">Open insurance</a></header><div class="body form">
{{#NO_POLICY}}<p>No policy is recorded for this day.</p>{{/NO_POLICY}}
{{#POLICY}}<dl class="kv"><dt>Payer {{RANK}}</dt><dd>{{PAYER}} {{#TAG}}<span class="tag {{TONE}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg>{{TEXT}}</span>{{/TAG}}</dd><dt>Member</dt><dd class="num">{{MEMBER}}</dd><dt>Copay</dt><dd class="num">{{COPAY}}</dd><dt>Checked</dt><dd>{{LAST}} {{#OLD}}<span class="tag amber"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#triangle-alert"></use></svg>{{TEXT}}</span>{{/OLD}}</dd></dl>
{{/POLICY}}<div class="mt">{{>INSURANCE}}</div></div></section>
<section class="card mt" aria-labelledby="s4"><header><h2 id="s4">4. Consents</h2></header><div class="body form">
{{#NONE_DUE}}<p>None is due.</p>{{/NONE_DUE}}
{{#ASK_TREATMENT}}{{>TREATMENT}}{{/ASK_TREATMENT}}{{#ASK_PRIVACY}}{{>PRIVACY}}{{/ASK_PRIVACY}}{{#ASK_TELEHEALTH}}{{>TELEHEALTH}}{{/ASK_TELEHEALTH}}{{#ASK_TEXT}}{{>TEXT}}{{/ASK_TEXT}}
{{#DUE}}{{>HOW}}{{/DUE}}
<ul class="plain">{{#HELD}}<li class="sub">{{LABEL}}: {{ANSWER}}, {{WHEN}}, {{WHO}}</li>{{/HELD}}</ul></div></section>
<section class="card mt" aria-labelledby="s5"><header><h2 id="s5">5. Needs</h2></header><div class="body form">
<dl class="kv"><dt>Speaks</dt><dd>{{SPEAKS}}{{#INTERPRETER}}, needs an interpreter{{/INTERPRETER}}</dd>{{#HAS_NOTE}}<dt>Note</dt><dd class="pre">{{NOTE:p}}</dd>{{/HAS_NOTE}}</dl>
<div class="mt">{{>NEEDS}}</div></div></section>
<p class="sub mt">What is not ticked is noted as not done. A copay can be paid later.</p>
<p class="form-actions"><button class="btn primary" type="submit">Check in patient</button><a class="btn quiet" href="/flow?site={{SITE:u}}#visit-{{ID:u}}">Back to the board</a></p></form>
