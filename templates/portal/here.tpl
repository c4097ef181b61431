{{%AUTOESCAPE context="HTML"}}
{{! The questions of every way in. Of the logged-in: BACK (ID), KNOWN (PHONE ADDRESS). ACTION; WHO or none; WHEN; START_OVER (kiosk); fields of the form, the consents where ASK_TREATMENT ASK_PRIVACY ASK_TELEHEALTH ASK_TEXT. }}
{{#BACK}}<a class="back" href="/portal/visits/{{ID}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#arrow-left"></use></svg>[[Back]]</a>
{{/BACK}}{{>ERRORS}}
<h1>{{#WHO}}[[Hello,]] <bdi>{{NAME}}</bdi>{{/WHO}}{{#BACK}}[[I am here]]{{/BACK}}</h1>
<p class="lead">[[Your visit:]] {{WHEN}}</p>
<form class="panel" action="{{ACTION}}" method="post">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>VERSION}}{{>CODE}}{{>BIRTH_ON}}
{{#KNOWN}}<dl class="kv"><dt>[[Phone]]</dt><dd>{{PHONE}}</dd><dt>[[Address]]</dt><dd>{{ADDRESS}}</dd></dl>{{/KNOWN}}
{{>CONTACT}}{{>INSURANCE}}
{{#ASK_TREATMENT}}{{>TREATMENT}}{{/ASK_TREATMENT}}{{#ASK_PRIVACY}}{{>PRIVACY}}{{/ASK_PRIVACY}}{{#ASK_TELEHEALTH}}{{>TELEHEALTH}}{{/ASK_TELEHEALTH}}{{#ASK_TEXT}}{{>TEXT}}{{/ASK_TEXT}}
<div class="btns one"><button class="btn primary" type="submit"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#check"></use></svg>[[Tell the clinic I am here]]</button></div>
</form>
{{#START_OVER}}<form class="btns one" action="/kiosk/start" method="post"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><button class="btn" type="submit" name="lang" value="">[[Start over]]</button></form>{{/START_OVER}}
