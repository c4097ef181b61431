{{%AUTOESCAPE context="HTML"}}
<section><h2>Details</h2>
<dl class="kv wide">{{#FACT}}<dt>{{LABEL}}</dt><dd>{{#KNOWN}}{{TEXT}}{{/KNOWN}}{{#GONE}}{{TEXT}}{{/GONE}}</dd>
{{/FACT}}</dl></section>
<section><h2>Insurance</h2>
{{#NO_POLICIES}}<p>No insurance recorded.</p>{{/NO_POLICIES}}
<table class="t">{{#POLICY}}<tr><th scope="row">{{RANK}}</th><td>{{NAME}}</td><td>Member {{MEMBER}}</td><td>Group {{GROUP}}</td><td>{{STANDING}}</td></tr>
{{/POLICY}}</table></section>
<section><h2>Contacts</h2>
{{#NO_PEOPLE}}<p>Nobody recorded.</p>{{/NO_PEOPLE}}
<table class="t">{{#PERSON}}<tr><th scope="row">{{NAME}}</th><td>{{ROLE}}</td><td>{{PHONE}}</td></tr>
{{/PERSON}}</table></section>
<section><h2>Next visits</h2>
{{#NO_VISITS}}<p>No visit is booked.</p>{{/NO_VISITS}}
<table class="t">{{#VISIT}}<tr><th scope="row">{{WHEN}}</th><td>{{WHAT}}</td><td>{{WHO}}</td><td>{{WHERE}}</td></tr>
{{/VISIT}}</table></section>
