{{%AUTOESCAPE context="HTML"}}
{{! One of a list: NAME LABEL, BAD, DESC (shown when there is a hint or an error), HINT (TEXT), ERR (TEXT), OPTIONAL, OPTION rows (VALUE LABEL, ON). }}
<div class="field short{{#BAD}} bad{{/BAD}}">
<label for="{{NAME}}">{{LABEL}}{{#OPTIONAL}} <span class="opt">[[(optional)]]</span>{{/OPTIONAL}}</label>
{{#HINT}}<p class="hint" id="{{NAME}}-hint">{{TEXT}}</p>
{{/HINT}}{{#ERR}}<p class="err" id="{{NAME}}-err"><span class="vh">[[Error:]] </span>{{TEXT}}</p>
{{/ERR}}<select id="{{NAME}}" name="{{NAME}}"{{#BAD}} aria-invalid="true"{{/BAD}}{{#DESC}} aria-describedby="{{#HINT}}{{NAME}}-hint{{/HINT}}{{#ERR}} {{NAME}}-err{{/ERR}}"{{/DESC}}>
{{#OPTION}}<option value="{{VALUE}}"{{#ON}} selected{{/ON}}>{{LABEL}}</option>
{{/OPTION}}</select>
</div>
