{{%AUTOESCAPE context="HTML"}}
{{! Times for all steps together: OPTION rows (VALUE N, ON; STEP rows (WHAT WHEN ZONE WITH PLACE)). }}
<fieldset class="group"><legend>Times that go together</legend>
{{#OPTION}}<label class="choice"><input type="radio" name="option" value="{{VALUE}}"{{#ON}} checked{{/ON}}><span><b class="vh">Option {{N}}: </b>{{#STEP}}<span class="hint"><b>{{WHEN}}</b> {{ZONE}} {{WHAT}}, {{WITH}}, {{PLACE}}<span class="vh">; </span></span>{{/STEP}}</span></label>
{{/OPTION}}</fieldset>
