{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; STALE (THEIR_NAME THEIR_PHONE); NAME SHORT_NAME PHONE ZONE CLOCK VERSION (fields). }}
<div class="page-head"><div><h1>Clinic</h1></div><div class="actions"><a class="btn" href="/admin/sites"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#map-pin"></use></svg>Sites</a></div></div>
{{>ERRORS}}
{{#STALE}}<div class="note red" role="alert"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#triangle-alert"></use></svg><div data-why><b>Somebody else changed this while you were editing.</b> Nothing of yours is saved yet. Saved now is: {{THEIR_NAME}}, {{THEIR_PHONE}}. Below is what you chose; save again to put it in place.</div></div>{{/STALE}}
<form class="card" method="post" action="/admin/clinic"><div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>VERSION}}
{{>NAME}}
{{>SHORT_NAME}}
{{>PHONE}}
{{>ZONE}}
{{>CLOCK}}
<p class="form-actions"><button class="btn primary" type="submit">Save clinic</button><a class="btn quiet" href="/admin">Cancel</a></p>
</div></form>
