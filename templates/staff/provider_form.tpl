{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; TITLE ACTION, STALE, OLD; NAME SHORT_NAME SPECIALTY NPI LANGUAGES USER STATE VERSION (fields). }}
<div class="page-head"><div><h1>{{TITLE}}</h1></div></div>
{{>ERRORS}}
{{#STALE}}<div class="note red" role="alert"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#circle-alert"></use></svg><div data-why>Somebody else saved this provider meanwhile. Nothing of yours is saved yet: look it over and save again.</div></div>
{{/STALE}}<form class="card" method="post" action="{{ACTION}}"><div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>NAME}}
{{>SHORT_NAME}}
{{>SPECIALTY}}
{{>NPI}}
{{>LANGUAGES}}
{{>USER}}
{{#OLD}}{{>STATE}}
{{>VERSION}}{{/OLD}}
<p class="form-actions"><button class="btn primary" type="submit">Save provider</button><a class="btn quiet" href="/admin/providers">Cancel</a></p>
</div></form>
