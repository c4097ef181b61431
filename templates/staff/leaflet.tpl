{{%AUTOESCAPE context="HTML"}}
{{! The patient's leaflet: NAME WITH PLACE PHONE, NONE; ENGLISH and SPANISH (WHEN ZONE WHAT; PREP rows (TITLE TEXT)). }}
{{#ENGLISH}}<section class="one-a-page" lang="en"><h2>English</h2>
<p><b><bdi>{{NAME}}</bdi></b></p><p><b>{{WHEN}}</b> {{ZONE}}: {{WHAT}} with {{WITH}}, {{PLACE}}</p>
{{#NONE}}<p>There is nothing to prepare.</p>{{/NONE}}<dl class="kv wide mt">{{#PREP}}<dt>{{TITLE}}</dt><dd class="pre">{{TEXT:p}}</dd>{{/PREP}}</dl>
<p class="mt">Questions, or you cannot come? Call us: <b>{{PHONE}}</b></p></section>{{/ENGLISH}}
{{#SPANISH}}<section class="one-a-page" lang="es"><h2>Español: antes de su cita</h2>
<p><b><bdi>{{NAME}}</bdi></b></p><p><b>{{WHEN}}</b> {{ZONE}}: {{WHAT}} con {{WITH}}, {{PLACE}}</p>
{{#NONE}}<p>No tiene que preparar nada.</p>{{/NONE}}<dl class="kv wide mt">{{#PREP}}<dt>{{TITLE}}</dt><dd class="pre">{{TEXT:p}}</dd>{{/PREP}}</dl>
<p class="mt">¿Tiene preguntas o no puede venir? Llámenos: <b>{{PHONE}}</b></p></section>{{/SPANISH}}
