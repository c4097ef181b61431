{{%AUTOESCAPE context="HTML"}}
{{! NAME UNTIL SECRET: shown once. }}
<section class="card ask">
<h1>Key for {{NAME}}</h1>
<p>Put it into that program now. It is not kept here, so it cannot be shown again. Whoever has it can do what it may do.</p>
<dl class="kv"><dt>Valid until</dt><dd>{{UNTIL}}</dd></dl>
<p class="sub">The program sends it with each request as <code>Authorization: Bearer</code> and this key:</p>
<p class="code">{{SECRET}}</p>
<p class="form-actions"><a class="btn primary" href="/admin/api-keys">Done</a></p>
</section>
