{{%AUTOESCAPE context="HTML"}}
{{! Every staff page. Globals: CSRF ONCE LANG DIR THEME DENSITY SHORTCUTS STATIC_APP_CSS STATIC_APP_JS STATIC_HTMX_JS STATIC_ICONS STATIC_MARK CLINIC_NAME CLINIC_SHORT USER_NAME USER_INITIALS IDLE_S. Own: TITLE; TITLE_ERROR (shown when a form came back); NAV rows (URL ICON LABEL, CURRENT, COUNT (N, HOT), HEAD (LABEL) above the link); MAY_SEARCH; MENU (NEW rows (URL ICON LABEL KEY)); HEAD_EXTRA include (a page's own sheet or script); BANNER include; FLASH (TEXT, UNDO (URL LABEL)); CONTENT include. }}
<!doctype html>
<html lang="{{LANG}}" dir="{{DIR}}" data-theme="{{THEME}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="htmx-config" content="{&quot;includeIndicatorCSS&quot;:false,&quot;history&quot;:false}">
<title>{{#TITLE_ERROR}}Error: {{/TITLE_ERROR}}{{TITLE}} – {{CLINIC_NAME}}</title>
<link rel="icon" type="image/svg+xml" href="{{STATIC_MARK}}">
<link rel="stylesheet" href="{{STATIC_APP_CSS}}">
<script src="{{STATIC_HTMX_JS}}" defer></script>
<script src="{{STATIC_APP_JS}}" defer></script>
{{>HEAD_EXTRA}}
</head>
<body data-density="{{DENSITY}}" data-shortcuts="{{SHORTCUTS}}" data-idle-s="{{IDLE_S}}" data-csrf="{{CSRF}}">
<a class="skip" href="#main">Skip to main content</a>
<p class="bar" id="offline" role="status" hidden><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#wifi-off"></use></svg>Connection lost. What you type is kept on this page.</p>
<div class="shell">
<nav class="side" aria-label="Main">
<a class="brand" href="/today"><svg class="mark" viewBox="0 0 28 28" aria-hidden="true"><rect width="28" height="28" rx="8" fill="#5fc3d3"/><path d="M7 15.5c2.6 0 2.9-6.5 5-6.5s2.6 10 4.7 10 1.9-5 4.3-5" fill="none" stroke="#0d2f38" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/></svg><span>{{CLINIC_SHORT}}<small>Handrail</small></span></a>
<ul class="list">
{{#NAV}}{{#HEAD}}<li class="sec">{{LABEL}}</li>
{{/HEAD}}<li><a href="{{URL}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg>{{LABEL}}{{#COUNT}}<span class="n{{#HOT}} hot{{/HOT}}">{{N}}<span class="vh"> open{{#HOT}}, some overdue{{/HOT}}</span></span>{{/COUNT}}</a></li>
{{/NAV}}</ul>
</nav>
<div>
<header class="top">
{{#MAY_SEARCH}}<form class="search" role="search" aria-label="From every page" action="/search" method="post">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
<label class="vh" for="q">Find a patient</label>
<svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#search"></use></svg>
<input id="q" name="q" type="search" autocomplete="off" maxlength="100" placeholder="Find a patient: name, date of birth, MRN or phone">
<kbd aria-hidden="true">/</kbd>
</form>{{/MAY_SEARCH}}
{{#MENU}}<details class="menu start" id="new">
<summary class="btn"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#plus"></use></svg>New</summary>
<div>{{#NEW}}<a href="{{URL}}" data-key="{{KEY}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg>{{LABEL}}<kbd aria-hidden="true">{{KEY}}</kbd></a>{{/NEW}}</div>
</details>{{/MENU}}
<div class="me">
<a class="btn quiet icon only-wide" href="/help/shortcuts" id="keysbtn" aria-label="Keyboard shortcuts"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#keyboard"></use></svg></a>
<details class="menu">
<summary class="btn quiet"><span class="avatar" aria-hidden="true">{{USER_INITIALS}}</span>{{USER_NAME}}<svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-down"></use></svg></summary>
<div>
<a href="/me"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#settings"></use></svg>My settings</a>
<a href="/help"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#circle-help"></use></svg>Help</a>
<form action="/lock" method="post"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><button type="submit"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#lock"></use></svg>Lock this computer</button></form>
<form action="/logout" method="post"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><button type="submit"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#log-out"></use></svg>Log out</button></form>
</div>
</details>
</div>
</header>
{{>BANNER}}
<main id="main" class="page" tabindex="-1">
{{#FLASH}}<div class="flash" role="status"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#circle-check"></use></svg><span>{{TEXT}}</span>{{#UNDO}}<form action="{{URL}}" method="post"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><button class="btn sm" type="submit">{{LABEL}}</button></form>{{/UNDO}}</div>
{{/FLASH}}{{>CONTENT}}
</main>
</div>
</div>
<p class="vh" id="live" role="status"></p>
<dialog id="idle" aria-labelledby="idle-title" data-stay="/help/shortcuts">
<h2 id="idle-title">Are you still there?</h2>
<p>You will be logged out in two minutes.</p>
<form class="form-actions" method="dialog"><button class="btn primary">Stay logged in</button></form>
</dialog>
<dialog id="keys" aria-labelledby="keys-title">
<h2 id="keys-title">Keyboard shortcuts</h2>
<dl class="keys">
<dt><kbd>/</kbd></dt><dd>Find a patient</dd>
<dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>Next, previous row</dd>
<dt><kbd>Enter</kbd></dt><dd>Open the row</dd>
<dt><kbd>x</kbd></dt><dd>Select the row</dd>
<dt><kbd>.</kbd></dt><dd>Go to the row’s action</dd>
<dt><kbd>e</kbd> <kbd>a</kbd> <kbd>d</kbd> <kbd>c</kbd></dt><dd>Done, assign, due date, log a call</dd>
<dt><kbd>n</kbd></dt><dd>New: then the letter beside the entry</dd>
<dt><kbd>g</kbd> <kbd>t</kbd></dt><dd>Go to Today; <kbd>c</kbd> calendar, <kbd>f</kbd> flow, <kbd>p</kbd> patients, <kbd>u</kbd> follow-ups, <kbd>i</kbd> insurance</dd>
<dt><kbd>[</kbd> <kbd>]</kbd></dt><dd>Previous, next day, page or tab</dd>
<dt><kbd>Ctrl</kbd> <kbd>Enter</kbd></dt><dd>Save the form</dd>
<dt><kbd>Esc</kbd></dt><dd>Close</dd>
<dt><kbd>?</kbd></dt><dd>This list</dd>
</dl>
<p class="mt"><a href="/me">Turn single keys off in my settings</a></p>
<form class="form-actions" method="dialog"><button class="btn">Close</button></form>
</dialog>
</body>
</html>
