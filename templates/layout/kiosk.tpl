{{%AUTOESCAPE context="HTML"}}
{{! The kiosk: large, nothing to go elsewhere by. Globals as in staff.tpl. Own: TITLE; TITLE_ERROR; SCRIPT; TIMED (60 seconds, then the first page) or ENDS (15 seconds); CONTENT include. Without a script the browser's own refresh does it. }}
<!doctype html>
<html lang="{{LANG}}" dir="{{DIR}}" data-theme="light">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{#TITLE_ERROR}}[[Error:]] {{/TITLE_ERROR}}{{TITLE}} – {{CLINIC_NAME}}</title>
{{#TIMED}}<noscript><meta http-equiv="refresh" content="60;url=/kiosk"></noscript>{{/TIMED}}{{#ENDS}}<noscript><meta http-equiv="refresh" content="15;url=/kiosk"></noscript>{{/ENDS}}
<link rel="icon" type="image/svg+xml" href="{{STATIC_MARK}}">
<link rel="stylesheet" href="{{STATIC_APP_CSS}}">
<script src="{{STATIC_APP_JS}}" defer></script>
<script src="{{SCRIPT}}" defer></script>
</head>
<body class="portal kiosk" data-shortcuts="off"{{#TIMED}} data-clear-s="60"{{/TIMED}}{{#ENDS}} data-clear-s="15"{{/ENDS}}>
<p class="bar" id="offline" role="status" hidden><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#wifi-off"></use></svg>[[Connection lost. Please go to the desk.]]</p>
<header class="p-head"><div><span class="brand"><svg class="mark" viewBox="0 0 28 28" aria-hidden="true"><rect width="28" height="28" rx="8" fill="#5fc3d3"/><path d="M7 15.5c2.6 0 2.9-6.5 5-6.5s2.6 10 4.7 10 1.9-5 4.3-5" fill="none" stroke="#0d2f38" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/></svg><span>{{CLINIC_NAME}}</span></span></div></header>
<main id="main" class="p-main" tabindex="-1">
{{>CONTENT}}
<p class="sub">[[You can always go to the desk instead. Emergency? Tell anybody who works here.]]</p>
</main>
{{#TIMED}}<dialog id="more" aria-labelledby="more-title"><h2 id="more-title">[[Are you still there?]]</h2><p>[[This page is cleared in a few seconds.]]</p><form class="btns one" action="/kiosk/more" method="post"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><button class="btn primary" type="submit">[[I need more time]]</button></form></dialog>{{/TIMED}}
</body>
</html>
