{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; TITLE ACTION, PREPARED (ID), STALE, OLD; NAME NAME_ES MINUTES BEFORE AFTER ROOM MODE WHO ONLINE NOTICE HORIZON CANCEL NEEDS_REFERRAL NEEDS_AUTH NEEDS_TELEHEALTH CONSENTS FORMS GRACE PREPARATION PREPARATION_ES STATE VERSION (fields). }}
<div class="page-head"><div><h1>{{TITLE}}</h1></div>{{#PREPARED}}<div class="actions"><a class="btn" href="/admin/visit-types/{{ID}}/preparation">Before the visit</a></div>{{/PREPARED}}</div>
{{>ERRORS}}
{{#STALE}}<div class="note red" role="alert"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#circle-alert"></use></svg><div data-why>Somebody else saved this type meanwhile. Nothing of yours is saved yet: look it over and save again.</div></div>
{{/STALE}}<form class="card" method="post" action="{{ACTION}}"><div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>NAME}}
{{>NAME_ES}}
{{>MINUTES}}
<div class="pair">{{>BEFORE}}
{{>AFTER}}</div>
{{>ROOM}}
{{>MODE}}
{{>WHO}}
<fieldset class="group"><legend>Booked by patients</legend>
{{>ONLINE}}
{{>NOTICE}}
{{>HORIZON}}
{{>CANCEL}}</fieldset>
<fieldset class="group"><legend>Needed for each visit</legend>
{{>NEEDS_REFERRAL}}
{{>NEEDS_AUTH}}
{{>NEEDS_TELEHEALTH}}
{{>CONSENTS}}
{{>FORMS}}</fieldset>
{{>GRACE}}
{{>PREPARATION}}
{{>PREPARATION_ES}}
{{#OLD}}{{>STATE}}
{{>VERSION}}{{/OLD}}
<p class="form-actions"><button class="btn primary" type="submit">Save visit type</button><a class="btn quiet" href="/admin/visit-types">Cancel</a></p>
</div></form>
