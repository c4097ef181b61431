{{%AUTOESCAPE context="HTML"}}
{{! WORD TONE; WHYS (WHY rows (LABEL)); HELP (TEXT). }}
<section class="card" aria-labelledby="attend"><header><h2 id="attend">Help to attend</h2><span class="tag {{TONE}}">Likely to need help: {{WORD}}</span></header><div class="body">
{{#WHYS}}<ul class="plain">{{#WHY}}<li>{{LABEL}}</li>{{/WHY}}</ul>{{/WHYS}}{{#HELP}}<p class="mt"><b>What may help:</b> {{TEXT}}</p>{{/HELP}}
<p class="hint mt">Told from how visits went, by this clinic’s own weights or shared ones. It is a reason to help, never one to refuse or put off a visit.</p></div></section>
