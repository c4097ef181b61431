{{%AUTOESCAPE context="HTML"}}
{{! One tick: NAME LABEL, BAD, DESC (shown when there is a hint or an error), HINT (TEXT), ERR (TEXT), OPTIONAL, ON (ticked). Its value is 1. }}
<div class="field{{#BAD}} bad{{/BAD}}">
{{#ERR}}<p class="err" id="{{NAME}}-err"><span class="vh">[[Error:]] </span>{{TEXT}}</p>
{{/ERR}}<label class="choice"><input id="{{NAME}}" type="checkbox" name="{{NAME}}" value="1"{{#ON}} checked{{/ON}}{{#BAD}} aria-invalid="true"{{/BAD}}{{#DESC}} aria-describedby="{{#HINT}}{{NAME}}-hint{{/HINT}}{{#ERR}} {{NAME}}-err{{/ERR}}"{{/DESC}}><span>{{LABEL}}</span></label>
{{#HINT}}<p class="hint" id="{{NAME}}-hint">{{TEXT}}</p>
{{/HINT}}</div>
