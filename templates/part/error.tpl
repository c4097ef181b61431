{{%AUTOESCAPE context="HTML"}}
{{! A refusal in the shell: TITLE TEXT, REF (REF) (reference number), ACTION rows (URL LABEL). }}
<section class="card ask">
<h1>{{TITLE}}</h1>
<p data-why>{{TEXT}}</p>
{{#ACTION}}<p class="form-actions"><a class="btn" href="{{URL}}">{{LABEL}}</a></p>{{/ACTION}}
{{#REF}}<p class="ref">[[Reference]] <span class="code">{{REF}}</span></p>{{/REF}}
</section>
