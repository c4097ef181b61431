{{%AUTOESCAPE context="HTML"}}
{{! Who it is: BY_NAME or BY_CODE; fields of the form. }}
{{>ERRORS}}
<h1>[[Who are you?]]</h1>
<form class="panel" action="/kiosk/who" method="post" autocomplete="off">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">{{>BY}}
{{#BY_NAME}}{{>GIVEN}}{{>FAMILY}}{{/BY_NAME}}{{#BY_CODE}}{{>CODE}}{{/BY_CODE}}
{{>BIRTH}}
<div class="btns one"><button class="btn primary" type="submit">[[Continue]]</button>
{{#BY_NAME}}<a class="btn" href="/kiosk/who?by=code">[[I have a check-in code]]</a>{{/BY_NAME}}{{#BY_CODE}}<a class="btn" href="/kiosk/who">[[I have no code]]</a>{{/BY_CODE}}</div>
</form>
<form class="btns one" action="/kiosk/start" method="post"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><button class="btn" type="submit" name="lang" value="">[[Start over]]</button></form>
