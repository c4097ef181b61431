{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; NAME LIST ACTION, STALE, NEW, OLD; KIND LEAD UNIT WORDS WORDS_ES NEEDED STATE VERSION (fields). }}
<div class="page-head"><div><h1>{{#NEW}}New step{{/NEW}}{{#OLD}}Step{{/OLD}} before {{NAME}}</h1></div></div>
{{>ERRORS}}
{{#STALE}}<div class="note red" role="alert"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#circle-alert"></use></svg><div data-why>Somebody else saved this step meanwhile. Nothing of yours is saved yet: look it over and save again.</div></div>
{{/STALE}}<form class="card" method="post" action="{{ACTION}}"><div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>KIND}}
<div class="pair">{{>LEAD}}
{{>UNIT}}</div>
{{>WORDS}}
{{>WORDS_ES}}
{{>NEEDED}}
{{#OLD}}{{>STATE}}
{{>VERSION}}{{/OLD}}
<p class="form-actions"><button class="btn primary" type="submit">Save step</button><a class="btn quiet" href="{{LIST}}">Cancel</a></p>
</div></form>
