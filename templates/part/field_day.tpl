{{%AUTOESCAPE context="HTML"}}
{{! A day, by the browser's own picker: NAME LABEL, BAD, DESC (shown when there is a hint or an error), HINT (TEXT), ERR (TEXT), OPTIONAL, VALUE (2026-11-23 or empty). }}
<div class="field short{{#BAD}} bad{{/BAD}}">
<label for="{{NAME}}">{{LABEL}}{{#OPTIONAL}} <span class="opt">[[(optional)]]</span>{{/OPTIONAL}}</label>
{{#HINT}}<p class="hint" id="{{NAME}}-hint">{{TEXT}}</p>
{{/HINT}}{{#ERR}}<p class="err" id="{{NAME}}-err"><span class="vh">[[Error:]] </span>{{TEXT}}</p>
{{/ERR}}<input id="{{NAME}}" name="{{NAME}}" type="date" value="{{VALUE}}"{{#BAD}} aria-invalid="true"{{/BAD}}{{#DESC}} aria-describedby="{{#HINT}}{{NAME}}-hint{{/HINT}}{{#ERR}} {{NAME}}-err{{/ERR}}"{{/DESC}}>
</div>
