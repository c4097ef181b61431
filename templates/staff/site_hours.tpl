{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; ID SITE_NAME; for each of MON to SUN: X_OPEN X_CLOSE X_OPEN2 X_CLOSE2 (fields). }}
<div class="page-head"><div><h1>Opening hours</h1><p class="sub">{{SITE_NAME}}. Leave a day empty when it is closed; the second pair is for after a noon break.</p></div></div>
{{>ERRORS}}
<form class="card" method="post" action="/admin/sites/{{ID}}/hours"><div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
<fieldset class="group hours"><legend>Monday</legend><div class="pair">
{{>MON_OPEN}}
{{>MON_CLOSE}}
{{>MON_OPEN2}}
{{>MON_CLOSE2}}
</div></fieldset>
<fieldset class="group hours"><legend>Tuesday</legend><div class="pair">
{{>TUE_OPEN}}
{{>TUE_CLOSE}}
{{>TUE_OPEN2}}
{{>TUE_CLOSE2}}
</div></fieldset>
<fieldset class="group hours"><legend>Wednesday</legend><div class="pair">
{{>WED_OPEN}}
{{>WED_CLOSE}}
{{>WED_OPEN2}}
{{>WED_CLOSE2}}
</div></fieldset>
<fieldset class="group hours"><legend>Thursday</legend><div class="pair">
{{>THU_OPEN}}
{{>THU_CLOSE}}
{{>THU_OPEN2}}
{{>THU_CLOSE2}}
</div></fieldset>
<fieldset class="group hours"><legend>Friday</legend><div class="pair">
{{>FRI_OPEN}}
{{>FRI_CLOSE}}
{{>FRI_OPEN2}}
{{>FRI_CLOSE2}}
</div></fieldset>
<fieldset class="group hours"><legend>Saturday</legend><div class="pair">
{{>SAT_OPEN}}
{{>SAT_CLOSE}}
{{>SAT_OPEN2}}
{{>SAT_CLOSE2}}
</div></fieldset>
<fieldset class="group hours"><legend>Sunday</legend><div class="pair">
{{>SUN_OPEN}}
{{>SUN_CLOSE}}
{{>SUN_OPEN2}}
{{>SUN_CLOSE2}}
</div></fieldset>
<p class="form-actions"><button class="btn primary" type="submit">Save hours</button><a class="btn quiet" href="/admin/sites/{{ID}}">Cancel</a></p>
</div></form>
