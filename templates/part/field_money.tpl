{{%AUTOESCAPE context="HTML"}}
{{! An amount in dollars: NAME LABEL, BAD, DESC (shown when there is a hint or an error), HINT (TEXT), ERR (TEXT), OPTIONAL, VALUE. }}
<div class="field short{{#BAD}} bad{{/BAD}}">
<label for="{{NAME}}">{{LABEL}}{{#OPTIONAL}} <span class="opt">[[(optional)]]</span>{{/OPTIONAL}}</label>
{{#HINT}}<p class="hint" id="{{NAME}}-hint">{{TEXT}}</p>
{{/HINT}}{{#ERR}}<p class="err" id="{{NAME}}-err"><span class="vh">[[Error:]] </span>{{TEXT}}</p>
{{/ERR}}<input id="{{NAME}}" name="{{NAME}}" type="text" value="{{VALUE}}" maxlength="12" inputmode="decimal" autocomplete="off"{{#BAD}} aria-invalid="true"{{/BAD}}{{#DESC}} aria-describedby="{{#HINT}}{{NAME}}-hint{{/HINT}}{{#ERR}} {{NAME}}-err{{/ERR}}"{{/DESC}}>
</div>
