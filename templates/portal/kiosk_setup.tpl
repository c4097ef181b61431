{{%AUTOESCAPE context="HTML"}}
{{! For staff: this browser becomes a kiosk. }}
{{>ERRORS}}
<h1>[[Set up a kiosk]]</h1>
<p class="lead">[[For staff. After this, this browser checks patients in and does nothing else, until the kiosk is taken out of use.]]</p>
<form class="panel" action="/kiosk" method="post" autocomplete="off">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>CODE}}
<div class="btns one"><button class="btn primary" type="submit">[[Start kiosk]]</button></div>
</form>
<p class="sub"><a href="/portal">[[I am a patient: to the portal]]</a></p>
