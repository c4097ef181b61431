{{%AUTOESCAPE context="HTML"}}
{{! ID NAME MRN; SEQUENCE include; REFUSED (TEXT), DAYS, SOME, NONE, TOLD, NOT_TOLD; EARLIEST (field); OPTIONS include. }}
<div class="page-head"><div><h1>Move linked visits</h1><p class="sub"><bdi>{{NAME}}</bdi>, MRN {{MRN}}. The gaps between them are kept.</p></div>
<div class="actions"><a class="btn" href="/appointments/{{ID}}/move">Move this one only</a><a class="btn quiet" href="/appointments/{{ID}}">Leave as it is</a></div></div>
{{#REFUSED}}<div class="alert error" role="alert"><p><b data-why>{{TEXT}}</b> Nothing was moved. Below are the times nearest to it.</p></div>{{/REFUSED}}
<div class="g2">
<div class="stack">{{>SEQUENCE}}
<form class="card" method="get" action="/appointments/{{ID}}/sequence" aria-label="What to look for"><div class="body form">
{{>EARLIEST}}
<p class="form-actions"><button class="btn" type="submit">Find times</button></p>
</div></form></div>
<section class="card" aria-labelledby="free"><header><h2 id="free">Other times</h2></header>
{{#NONE}}<div class="empty"><b>No times that go together within {{DAYS}} days.</b><p>Try a later day, or move one visit to another provider first.</p></div>{{/NONE}}
{{#SOME}}<form class="body form" method="post" action="/appointments/{{ID}}/sequence">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>OPTIONS}}
<p>The visits must be confirmed anew.{{#TOLD}} The patient is told by text message or e-mail.{{/TOLD}}{{#NOT_TOLD}} The patient has agreed to neither text messages nor e-mail: tell them yourself.{{/NOT_TOLD}}</p>
<p class="form-actions"><button class="btn primary" type="submit">Move them all</button></p>
</form>{{/SOME}}
</section>
</div>
