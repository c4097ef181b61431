{{%AUTOESCAPE context="HTML"}}
<a class="back" href="/portal"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#arrow-left"></use></svg>[[Back]]</a>
{{#SOME}}<h1>[[An earlier time is open]]</h1>{{/SOME}}
{{#NONE}}<h1>[[Earlier times]]</h1><p class="panel">[[No earlier time is open right now. We will tell you when there is one.]]</p>{{/NONE}}
{{#OFFER}}<section class="panel"><h2>{{WHEN}}</h2><p>{{PROVIDER}}, {{TYPE}}<br>{{SITE}}</p>
<p class="hint">[[We hold it for you until]] {{UNTIL}}. {{#REPLACES}}[[Your visit stays booked until you accept.]]{{/REPLACES}}</p>
<div class="btns"><form class="wide" method="post" action="/portal/offers/{{ID}}/accept"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><button class="btn primary" type="submit">[[Take this time]]</button></form>
<form method="post" action="/portal/offers/{{ID}}/decline"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><button class="btn" type="submit">[[No, thank you]]</button></form></div></section>{{/OFFER}}
