{{%AUTOESCAPE context="HTML"}}
{{! The patient's leaflet: NAME WITH PLACE PHONE, NONE; ENGLISH and SPANISH (WHEN ZONE WHAT; PREP rows (TITLE TEXT)). }}
{{#ENGLISH}}<section class="one-a-page" lang="en"><h2>Before your visit</h2>
<p><b><bdi>{{NAME}}</bdi></b></p><p><b>{{WHEN}}</b> {{ZONE}}: {{WHAT}} with {{WITH}}, {{PLACE}}</p>
{{#NONE}}<p>There is nothing to prepare.</p>{{/NONE}}<ul>{{#PREP}}<li><p><b>{{TITLE}}</b></p><p class="pre">{{TEXT:p}}</p></li>{{/PREP}}</ul>
<p>Questions, or you cannot come? Call us: <b>{{PHONE}}</b></p></section>{{/ENGLISH}}
{{#SPANISH}}<section class="one-a-page" lang="es"><h2>Antes de su cita</h2>
<p><b><bdi>{{NAME}}</bdi></b></p><p><b>{{WHEN}}</b> {{ZONE}}: {{WHAT}} con {{WITH}}, {{PLACE}}</p>
{{#NONE}}<p>No tiene que preparar nada.</p>{{/NONE}}<ul>{{#PREP}}<li><p><b>{{TITLE}}</b></p><p class="pre">{{TEXT:p}}</p></li>{{/PREP}}</ul>
<p>¿Tiene preguntas o no puede venir? Llámenos: <b>{{PHONE}}</b></p></section>{{/SPANISH}}
