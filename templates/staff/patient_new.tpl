{{%AUTOESCAPE context="HTML"}}
<div class="page-head"><div><h1>Register a patient</h1><p class="sub">Before anything is saved, we look for the same person.</p></div></div>
{{>ERRORS}}
<form class="card" method="post" action="/patients/new"><div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
<fieldset class="group"><legend>Who it is</legend>
<div class="pair">{{>FAMILY}}{{>GIVEN}}</div>
<div class="pair">{{>BIRTH}}{{>SEX}}</div>
{{>BIRTH_UNKNOWN}}
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
{{>NOTE}}</fieldset>
<p class="form-actions"><button class="btn primary" type="submit">Save patient</button>{{#MAY_BOOK}}<button class="btn" type="submit" name="next" value="book">Save and book</button>{{/MAY_BOOK}}<a class="btn quiet" href="/patients">Cancel</a></p>
</div></form>
