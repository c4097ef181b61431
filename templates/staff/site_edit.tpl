{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; ID SITE_NAME; STALE (THEIR_NAME THEIR_WHERE); NAME ZONE ADDRESS CITY STATE POSTAL PHONE DIRECTIONS STATE_OF_USE VERSION (fields). }}
<div class="page-head"><div><h1>{{SITE_NAME}}</h1><p class="sub">Details</p></div></div>
{{>ERRORS}}
{{#STALE}}<div class="note red" role="alert"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#triangle-alert"></use></svg><div data-why><b>Somebody else changed this site while you were editing.</b> Nothing of yours is saved yet. Saved now is: {{THEIR_NAME}}, {{THEIR_WHERE}}. Below is what you chose; save again to put it in place.</div></div>{{/STALE}}
<form class="card" method="post" action="/admin/sites/{{ID}}"><div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>VERSION}}
{{>NAME}}
{{>ZONE}}
{{>ADDRESS}}
<div class="pair">
{{>CITY}}
{{>STATE}}
{{>POSTAL}}
</div>
{{>PHONE}}
{{>DIRECTIONS}}
{{>STATE_OF_USE}}
<p class="form-actions"><button class="btn primary" type="submit">Save site</button><a class="btn quiet" href="/admin/sites/{{ID}}">Cancel</a></p>
</div></form>
