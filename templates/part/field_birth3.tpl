{{%AUTOESCAPE context="HTML"}}
{{! A date of birth as patients give it, in three fields (NAME_month, NAME_day, NAME_year): NAME LABEL, BAD, DESC (shown when there is a hint or an error), HINT (TEXT), ERR (TEXT), OPTIONAL, MONTH DAY YEAR (as typed). The month has the field's own id. }}
<fieldset class="field{{#BAD}} bad{{/BAD}}"{{#DESC}} aria-describedby="{{#HINT}}{{NAME}}-hint{{/HINT}}{{#ERR}} {{NAME}}-err{{/ERR}}"{{/DESC}}>
<legend>{{LABEL}}{{#OPTIONAL}} <span class="opt">[[(optional)]]</span>{{/OPTIONAL}}</legend>
{{#HINT}}<p class="hint" id="{{NAME}}-hint">{{TEXT}}</p>
{{/HINT}}{{#ERR}}<p class="err" id="{{NAME}}-err"><span class="vh">[[Error:]] </span>{{TEXT}}</p>
{{/ERR}}<div class="parts">
<label>[[Month]]<input class="w2" id="{{NAME}}" name="{{NAME}}_month" type="text" inputmode="numeric" maxlength="2" autocomplete="bday-month" value="{{MONTH}}"{{#BAD}} aria-invalid="true"{{/BAD}}></label>
<label>[[Day]]<input class="w2" name="{{NAME}}_day" type="text" inputmode="numeric" maxlength="2" autocomplete="bday-day" value="{{DAY}}"{{#BAD}} aria-invalid="true"{{/BAD}}></label>
<label>[[Year]]<input class="w4" name="{{NAME}}_year" type="text" inputmode="numeric" maxlength="4" autocomplete="bday-year" value="{{YEAR}}"{{#BAD}} aria-invalid="true"{{/BAD}}></label>
</div>
</fieldset>
