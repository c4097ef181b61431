{{%AUTOESCAPE context="HTML"}}
{{! As staff/lost.tpl, in the patient's language; PHONE (CLINIC_TEL CLINIC_PHONE). }}
<!doctype html>
<html lang="{{LANG}}" dir="ltr" data-theme="{{THEME}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{TITLE}} – {{CLINIC_NAME}}</title>
<link rel="icon" type="image/svg+xml" href="{{STATIC_MARK}}">
<link rel="stylesheet" href="{{STATIC_APP_CSS}}">
</head>
<body class="portal" data-shortcuts="off">
<header class="p-head"><div><a class="brand" href="/portal"><svg class="mark" viewBox="0 0 28 28" aria-hidden="true"><rect width="28" height="28" rx="8" fill="#5fc3d3"/><path d="M7 15.5c2.6 0 2.9-6.5 5-6.5s2.6 10 4.7 10 1.9-5 4.3-5" fill="none" stroke="#0d2f38" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/></svg><span>{{CLINIC_NAME}}</span></a></div></header>
<main id="main" class="p-main" tabindex="-1">
<section class="card ask">
<h1>{{TITLE}}</h1>
{{#LOOK}}<p data-why>[[We cannot reach our records at the moment. That is usually over within a minute. Your visits and messages are safe.]]</p>{{/LOOK}}
{{#NOT_SAVED}}<p data-why>[[We cannot reach our records at the moment. Nothing of this was saved.]]</p>{{/NOT_SAVED}}
{{#UNSURE}}<p data-why>[[The connection to our records broke off just while this was being saved.]]</p>{{/UNSURE}}
{{#ONCE}}<p>[[Sending it again is safe: if it was saved the first time, it is not saved twice.]]</p>{{/ONCE}}
{{#LOOK_FIRST}}<p>[[Look whether it is there before you send it again.]]</p>{{/LOOK_FIRST}}
{{#KEPT}}<p>[[What you entered is kept on this page. Leave it open and send it again in a minute.]]</p>{{/KEPT}}
{{#NOT_KEPT}}<p>[[A password is never kept. Go back in a minute, enter it and send the form again.]]</p>{{/NOT_KEPT}}
{{#AGAIN}}<form class="form-actions" action="{{URL}}" method="post">{{#FIELD}}<input type="hidden" name="{{NAME}}" value="{{VALUE:p}}">{{/FIELD}}<button class="btn primary">[[Send again]]</button></form>{{/AGAIN}}
{{#RELOAD}}<p class="form-actions"><a class="btn primary" href="{{URL}}">[[Try again]]</a></p>{{/RELOAD}}
{{#TYPED}}<h2>[[What you entered]]</h2>
<dl class="kv wide">{{#ROW}}<dt>{{LABEL}}</dt><dd class="pre">{{VALUE:p}}</dd>{{/ROW}}</dl>{{/TYPED}}
<p class="ref">[[Reference]] <span class="code">{{REF}}</span></p>
</section>
<section class="help" aria-labelledby="help"><h2 id="help">[[Need help?]]</h2>{{#PHONE}}<p>[[Call]] <a href="tel:{{CLINIC_TEL}}">{{CLINIC_PHONE}}</a>.</p>{{/PHONE}}<p class="strong">[[Emergency? Call 911.]]</p></section>
</main>
</body>
</html>
