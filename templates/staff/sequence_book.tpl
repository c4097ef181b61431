{{%AUTOESCAPE context="HTML"}}
{{! PATIENT_ID PATIENT_NAME BORN MRN SPEAKS, INTERPRETER; PLAN EARLIEST SITE TOGETHER PART REASON (fields); REFUSED (TEXT), NO_PLANS, NOT_YET; FOUND (PLAN_ID PATIENT_ID SITE_ID ONE_SITE DAYS, SOME, NONE, STEP rows (WHAT, GAP (TEXT)), LATER (URL), OPTIONS include). }}
<div class="page-head"><div><h1>Book linked visits</h1><p class="sub"><a href="/patients/{{PATIENT_ID}}"><bdi>{{PATIENT_NAME}}</bdi></a>, born {{BORN}}, MRN {{MRN}}, speaks {{SPEAKS}}{{#INTERPRETER}} <span class="tag blue"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#languages"></use></svg>Interpreter needed</span>{{/INTERPRETER}}</p></div>
<div class="actions"><a class="btn" href="/appointments/new?patient={{PATIENT_ID:u}}">One visit only</a></div></div>
{{#REFUSED}}<div class="alert error" role="alert"><p><b data-why>{{TEXT}}</b> Nothing was booked. Below are the times nearest to it.</p></div>{{/REFUSED}}
<div class="g2">
<form class="card" method="get" action="/patients/{{PATIENT_ID}}/sequences" aria-label="What to look for"><div class="body form">
{{>PLAN}}
{{>EARLIEST}}
{{>SITE}}
{{>TOGETHER}}
{{>PART}}
<p class="form-actions"><button class="btn primary" type="submit">Find times</button></p>
</div></form>
<section class="card" aria-labelledby="free"><header><h2 id="free">Free times</h2></header>
{{#NO_PLANS}}<div class="empty"><b>No linked visits are set up.</b><p>An administrator names once which visits belong together.</p></div>{{/NO_PLANS}}
{{#NOT_YET}}<p class="empty">Choose what is booked together to see times for all of it.</p>{{/NOT_YET}}
{{#FOUND}}<div class="body"><ol class="plain">{{#STEP}}<li>{{WHAT}}{{#GAP}} <span class="sub">{{TEXT}}</span>{{/GAP}}</li>{{/STEP}}</ol></div>
{{#NONE}}<div class="empty"><b>No times that go together within {{DAYS}} days.</b><p>Try several sites, any time of day, or a later day.</p></div>{{/NONE}}
{{#SOME}}<form class="body form" method="post" action="/patients/{{PATIENT_ID}}/sequences">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><input type="hidden" name="plan" value="{{PLAN_ID}}"><input type="hidden" name="site" value="{{SITE_ID}}"><input type="hidden" name="together" value="{{ONE_SITE}}">
{{>OPTIONS}}
{{>REASON}}
<p class="form-actions"><button class="btn primary" type="submit">Book them all</button>{{#LATER}}<a class="btn quiet" href="{{URL}}">Later times</a>{{/LATER}}</p>
</form>{{/SOME}}{{/FOUND}}
</section>
</div>
