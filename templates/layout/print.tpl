{{%AUTOESCAPE context="HTML"}}
{{! A page for paper. Globals as in staff.tpl. Own: TITLE; WHO (NAME BORN MRN ALLERGY) on pages about one patient; PRINTED ("23 Nov 2026 09:37 by Maya Chen"); BACK (where the screen reader came from); CONTENT include. }}
<!doctype html>
<html lang="{{LANG}}" dir="{{DIR}}" data-theme="light">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{TITLE}} – {{CLINIC_NAME}}</title>
<link rel="icon" type="image/svg+xml" href="{{STATIC_MARK}}">
<link rel="stylesheet" href="{{STATIC_APP_CSS}}">
<script src="{{STATIC_APP_JS}}" defer></script>
</head>
<body data-shortcuts="off">
<main id="main" class="sheet">
<p class="no-print form-actions"><a class="btn" href="{{BACK}}">Back</a><button class="btn primary" type="button" data-print hidden>Print</button><span class="hint">Or use Print in your browser’s menu.</span></p>
<header class="sheet-head"><div><h1>{{TITLE}}</h1>{{#WHO}}<p><b>{{NAME}}</b>, born {{BORN}}, MRN {{MRN}}</p><p>Allergies: <b>{{ALLERGY}}</b></p>{{/WHO}}</div><p>{{CLINIC_NAME}}</p></header>
{{>CONTENT}}
<footer class="sheet-foot">Printed {{PRINTED}}. Contains health information: keep it safe, shred it after use.</footer>
</main>
</body>
</html>
