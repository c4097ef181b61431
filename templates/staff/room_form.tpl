{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; TITLE ACTION, STALE, OLD; NAME SITE KIND STATE VERSION (fields). }}
<div class="page-head"><div><h1>{{TITLE}}</h1></div></div>
{{>ERRORS}}
{{#STALE}}<div class="note red" role="alert"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#circle-alert"></use></svg><div data-why>Somebody else saved this room meanwhile. Nothing of yours is saved yet: look it over and save again.</div></div>
{{/STALE}}<form class="card" method="post" action="{{ACTION}}"><div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>NAME}}
{{>SITE}}
{{>KIND}}
{{#OLD}}{{>STATE}}
{{>VERSION}}{{/OLD}}
<p class="form-actions"><button class="btn primary" type="submit">Save room</button><a class="btn quiet" href="/admin/rooms">Cancel</a></p>
</div></form>
