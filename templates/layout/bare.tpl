{{%AUTOESCAPE context="HTML"}}
{{! Staff pages outside the shell: login, second factor, refusals before login. Globals as in staff.tpl. Own: TITLE; TITLE_ERROR; FLASH (TEXT); CONTENT include (a section of class "card ask"). }}
<!doctype html>
<html lang="{{LANG}}" dir="{{DIR}}" data-theme="{{THEME}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{#TITLE_ERROR}}Error: {{/TITLE_ERROR}}{{TITLE}} – {{CLINIC_NAME}}</title>
<link rel="icon" type="image/svg+xml" href="{{STATIC_MARK}}">
<link rel="stylesheet" href="{{STATIC_APP_CSS}}">
<script src="{{STATIC_APP_JS}}" defer></script>
</head>
<body class="bare" data-shortcuts="off">
<header><a class="brand" href="/"><svg class="mark" viewBox="0 0 28 28" aria-hidden="true"><rect width="28" height="28" rx="8" fill="#5fc3d3"/><path d="M7 15.5c2.6 0 2.9-6.5 5-6.5s2.6 10 4.7 10 1.9-5 4.3-5" fill="none" stroke="#0d2f38" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/></svg><span>{{CLINIC_NAME}}</span></a></header>
<main id="main" tabindex="-1">
{{#FLASH}}<div class="flash" role="status"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#circle-check"></use></svg><span>{{TEXT}}</span></div>
{{/FLASH}}{{>CONTENT}}
</main>
<footer>Handrail, for the staff of {{CLINIC_NAME}}. Use is recorded.</footer>
</body>
</html>
