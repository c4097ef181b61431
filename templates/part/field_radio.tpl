{{%AUTOESCAPE context="HTML"}}
{{! One of a few, all in view: NAME LABEL, BAD, DESC (shown when there is a hint or an error), HINT (TEXT), ERR (TEXT), OPTIONAL, OPTION rows (VALUE LABEL, ON). The group has the field's id, so the error summary lands on it. }}
<fieldset class="field{{#BAD}} bad{{/BAD}}" id="{{NAME}}" tabindex="-1"{{#DESC}} aria-describedby="{{#HINT}}{{NAME}}-hint{{/HINT}}{{#ERR}} {{NAME}}-err{{/ERR}}"{{/DESC}}>
<legend>{{LABEL}}{{#OPTIONAL}} <span class="opt">[[(optional)]]</span>{{/OPTIONAL}}</legend>
{{#HINT}}<p class="hint" id="{{NAME}}-hint">{{TEXT}}</p>
{{/HINT}}{{#ERR}}<p class="err" id="{{NAME}}-err"><span class="vh">[[Error:]] </span>{{TEXT}}</p>
{{/ERR}}<div class="choices">
{{#OPTION}}<label class="choice"><input type="radio" name="{{NAME}}" value="{{VALUE}}"{{#ON}} checked{{/ON}}><span>{{LABEL}}</span></label>
{{/OPTION}}</div>
</fieldset>
