{{%AUTOESCAPE context="HTML"}}
{{! Several lines of text: NAME LABEL, BAD, DESC (shown when there is a hint or an error), HINT (TEXT), ERR (TEXT), OPTIONAL, VALUE MAXLEN. }}
<div class="field{{#BAD}} bad{{/BAD}}">
<label for="{{NAME}}">{{LABEL}}{{#OPTIONAL}} <span class="opt">[[(optional)]]</span>{{/OPTIONAL}}</label>
{{#HINT}}<p class="hint" id="{{NAME}}-hint">{{TEXT}}</p>
{{/HINT}}{{#ERR}}<p class="err" id="{{NAME}}-err"><span class="vh">[[Error:]] </span>{{TEXT}}</p>
{{/ERR}}<textarea id="{{NAME}}" name="{{NAME}}" rows="4" maxlength="{{MAXLEN}}"{{#BAD}} aria-invalid="true"{{/BAD}}{{#DESC}} aria-describedby="{{#HINT}}{{NAME}}-hint{{/HINT}}{{#ERR}} {{NAME}}-err{{/ERR}}"{{/DESC}}>{{VALUE}}</textarea>
</div>
