{{%AUTOESCAPE context="HTML"}}
{{! First in main when a form came back: ERROR rows (NAME TEXT); NAME is the field's id. }}
<div class="err-sum" role="alert" tabindex="-1" aria-labelledby="err-sum">
<h2 id="err-sum">[[There is a problem]]</h2>
<ul class="list">
{{#ERROR}}<li><a href="#{{NAME}}">{{TEXT}}</a></li>
{{/ERROR}}</ul>
</div>
