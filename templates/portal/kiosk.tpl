{{%AUTOESCAPE context="HTML"}}
{{! The kiosk's first page, in both languages at once: EN ES, WELCOME_EN WELCOME_ES. }}
<h1><span lang="en">{{WELCOME_EN}}</span> <span lang="es">{{WELCOME_ES}}</span></h1>
<form class="btns one" action="/kiosk/start" method="post"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
<button class="btn primary" type="submit" name="lang" value="en" lang="en">{{EN}}</button>
<button class="btn primary" type="submit" name="lang" value="es" lang="es">{{ES}}</button>
</form>
