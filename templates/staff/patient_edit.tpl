{{%AUTOESCAPE context="HTML"}}
<h2 class="vh">Edit details</h2>
{{>ERRORS}}
<form class="card" method="post" action="/patients/{{ID}}/edit"><div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">{{>VERSION}}
<fieldset class="group"><legend>Who it is</legend>
<div class="pair">{{>FAMILY}}{{>GIVEN}}</div>
<div class="pair">{{>BIRTH}}{{>SEX}}</div>
<div class="pair">{{>PREFERRED}}{{>PRONOUNS}}</div>
{{>SUFFIX}}</fieldset>
<fieldset class="group"><legend>How to reach them</legend>
<div class="pair">{{>PHONE1}}{{>USE1}}</div>
<div class="pair">{{>PHONE2}}{{>USE2}}</div>
{{>EMAIL}}
<div class="pair">{{>LANGUAGE}}{{>CHANNEL}}</div>
{{>INTERPRETER}}{{>SMS_OK}}{{>EMAIL_OK}}{{>CONTACT_NOTE}}</fieldset>
<fieldset class="group"><legend>Address</legend>
{{>ADDRESS}}
<div class="pair">{{>CITY}}{{>STATE}}</div>{{>POSTAL}}</fieldset>
<fieldset class="group"><legend>At the clinic</legend>
<div class="pair">{{>PROVIDER}}{{>SITE}}</div>
{{>ALLERGY_STATE}}{{>NOTE}}{{>DECEASED}}{{>ACTIVE}}</fieldset>
<p class="form-actions"><button class="btn primary" type="submit">Save details</button><a class="btn quiet" href="/patients/{{ID}}/details">Cancel</a></p>
</div></form>
