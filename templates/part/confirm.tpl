{{%AUTOESCAPE context="HTML"}}
{{! The one confirmation page, for what tells a patient, cancels or cannot be undone: TITLE (names patient and act), PARA rows (TEXT) (the effect), FACTS (FACT rows (LABEL VALUE)), KEEP rows (NAME VALUE) (what was typed), FIELDS include (a reason, say), ACTION (url), BUTTON (repeats the verb), DANGER or SAFE (how the button looks), BACK (url). }}
<section class="card ask">
<h1>{{TITLE}}</h1>
{{#PARA}}<p>{{TEXT}}</p>
{{/PARA}}{{#FACTS}}<dl class="kv">{{#FACT}}<dt>{{LABEL}}</dt><dd>{{VALUE}}</dd>{{/FACT}}</dl>{{/FACTS}}
<form action="{{ACTION}}" method="post">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="once" value="{{ONCE}}">
{{#KEEP}}<input type="hidden" name="{{NAME}}" value="{{VALUE}}">
{{/KEEP}}{{>FIELDS}}
<p class="form-actions"><button class="btn {{#DANGER}}danger{{/DANGER}}{{#SAFE}}primary{{/SAFE}}" type="submit">{{BUTTON}}</button><a class="btn quiet" href="{{BACK}}">[[Go back]]</a></p>
</form>
</section>
