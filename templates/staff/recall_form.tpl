{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; TITLE NAME BORN MRN ACTION BACK, STALE; TYPE REASON DUE EVERY FROM VERSION (fields). }}
<div class="page-head"><div><h1>{{TITLE}}</h1><p class="sub"><bdi>{{NAME}}</bdi>, born {{BORN}}, MRN {{MRN}}</p></div></div>
{{>ERRORS}}
{{#STALE}}<div class="note red" role="alert"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#circle-alert"></use></svg><div data-why>Somebody else changed this recall meanwhile. Nothing of yours is saved yet: look it over and save again.</div></div>
{{/STALE}}<form class="card" method="post" action="{{ACTION}}"><div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>TYPE}}
{{>REASON}}
{{>DUE}}
{{>EVERY}}
{{>FROM}}{{>VERSION}}
<p class="form-actions"><button class="btn primary" type="submit">Save recall</button><a class="btn quiet" href="{{BACK}}">Cancel</a></p>
</div></form>
