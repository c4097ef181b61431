{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; ID NAME BORN MRN WHAT DAY TIMES ZONE WITH PLACE; CLASH (TEXT), OVER (may overbook), ASKED VERSION_NOW; MINUTES VERSION (fields). }}
{{>ERRORS}}
<section class="card ask"><h1>Change the length</h1>
<dl class="kv"><dt>Patient</dt><dd><bdi>{{NAME}}</bdi>, born {{BORN}}, MRN {{MRN}}</dd><dt>Visit</dt><dd>{{WHAT}}</dd><dt>When</dt><dd><b>{{DAY}}, {{TIMES}}</b> {{ZONE}}</dd><dt>With</dt><dd>{{WITH}}, {{PLACE}}</dd></dl>
{{#CLASH}}<div class="note red mt" role="alert"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#circle-alert"></use></svg><div data-why>{{TEXT}}</div></div>
{{/CLASH}}<p class="mt">The start stays as it is, so the patient is not told anything.</p>
<form class="mt" method="post" action="/appointments/{{ID}}/length"><div class="form">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="once" value="{{ONCE}}">
{{>VERSION}}
{{>MINUTES}}
<p class="form-actions"><button class="btn primary" type="submit">Change length</button><a class="btn quiet" href="/appointments/{{ID}}">Leave as it is</a></p>
</div></form>
{{#OVER}}<form method="post" action="/appointments/{{ID}}/length"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><input type="hidden" name="version" value="{{VERSION_NOW}}"><input type="hidden" name="minutes" value="{{ASKED}}"><input type="hidden" name="overbook" value="1">
<h2 class="mt">Overbook</h2>
<div class="field"><label for="overbook_reason">Why must this visit lie over others?</label><p class="hint" id="overbook_reason-hint">The visit is marked Overbooked, with your reason.</p><input id="overbook_reason" name="overbook_reason" type="text" maxlength="200" aria-describedby="overbook_reason-hint"></div>
<p class="form-actions"><button class="btn danger" type="submit">Overbook</button></p></form>
{{/OVER}}</section>
