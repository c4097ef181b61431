{{%AUTOESCAPE context="HTML"}}
{{! Every portal page, signed in or not. Globals as in staff.tpl and CLINIC_PHONE (shown) CLINIC_TEL (for tel:). Own: HAS_PHONE (the clinic gave one); TITLE; TITLE_ERROR; PATH (this page, to come back to after a change of language); TO_ES or TO_EN (the language on offer); SIGNED_IN; ON_HOME ON_VISITS ON_ME (the current place); FLASH (TEXT); CONTENT include. }}
<!doctype html>
<html lang="{{LANG}}" dir="{{DIR}}" data-theme="{{THEME}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{#TITLE_ERROR}}[[Error:]] {{/TITLE_ERROR}}{{TITLE}} – {{CLINIC_NAME}}</title>
<link rel="icon" type="image/svg+xml" href="{{STATIC_MARK}}">
<link rel="stylesheet" href="{{STATIC_APP_CSS}}">
<script src="{{STATIC_APP_JS}}" defer></script>
</head>
<body class="portal" data-shortcuts="off"{{#SIGNED_IN}} data-idle-s="{{IDLE_S}}"{{/SIGNED_IN}}>
<a class="skip" href="#main">[[Skip to main content]]</a>
<p class="bar" id="offline" role="status" hidden><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#wifi-off"></use></svg>[[Connection lost. What you type is kept on this page.]]</p>
<header class="p-head"><div>
<a class="brand" href="/portal"><svg class="mark" viewBox="0 0 28 28" aria-hidden="true"><rect width="28" height="28" rx="8" fill="#5fc3d3"/><path d="M7 15.5c2.6 0 2.9-6.5 5-6.5s2.6 10 4.7 10 1.9-5 4.3-5" fill="none" stroke="#0d2f38" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/></svg><span>{{CLINIC_NAME}}</span></a>
<form action="/portal/language" method="post"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><input type="hidden" name="back" value="{{PATH}}">{{#TO_ES}}<button class="btn" name="lang" value="es" lang="es">Español</button>{{/TO_ES}}{{#TO_EN}}<button class="btn" name="lang" value="en" lang="en">English</button>{{/TO_EN}}</form>
</div></header>
<main id="main" class="p-main" tabindex="-1">
{{#FLASH}}<div class="flash" role="status"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#circle-check"></use></svg><span>{{TEXT}}</span></div>
{{/FLASH}}{{>CONTENT}}
<section class="help" aria-labelledby="help"><h2 id="help">[[Need help?]]</h2>{{#HAS_PHONE}}<p>[[Call]] <a href="tel:{{CLINIC_TEL}}">{{CLINIC_PHONE}}</a>.</p>{{/HAS_PHONE}}<p class="strong">[[Emergency? Call 911.]]</p></section>
</main>
{{#SIGNED_IN}}<nav class="p-nav" aria-label="[[Main]]"><ul class="list">
<li><a href="/portal"{{#ON_HOME}} aria-current="page"{{/ON_HOME}}><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#house"></use></svg>[[Home]]</a></li>
<li><a href="/portal/visits"{{#ON_VISITS}} aria-current="page"{{/ON_VISITS}}><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#calendar-days"></use></svg>[[Visits]]</a></li>
<li><a href="/portal/me"{{#ON_ME}} aria-current="page"{{/ON_ME}}><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#user-round"></use></svg>[[My details]]</a></li>
</ul></nav>
<dialog id="idle" aria-labelledby="idle-title" data-stay="/portal">
<h2 id="idle-title">[[Are you still there?]]</h2>
<p>[[You will be logged out in two minutes.]]</p>
<form class="form-actions" method="dialog"><button class="btn primary">[[Stay logged in]]</button></form>
</dialog>{{/SIGNED_IN}}
</body>
</html>
