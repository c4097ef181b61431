{{%AUTOESCAPE context="HTML"}}
{{>ERRORS}}
<h1>[[Log in]]</h1>
{{#NOTICE}}<div class="note blue"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#info"></use></svg><div>{{TEXT}}</div></div>{{/NOTICE}}
<form class="panel" action="/portal/login" method="post">
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>NEXT}}{{>LOGIN}}{{>PASSWORD}}
<div class="btns one"><button class="btn primary" type="submit">[[Log in]]</button></div>
</form>
<ul class="todo">
<li><a href="/check-in"><span class="k appt"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#map-pin"></use></svg></span><b>[[I am at the clinic]]</b><span class="sub">[[Check in with a code, without logging in]]</span><svg class="i chev" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-right"></use></svg></a></li>
<li><a href="/portal/activate"><span class="k auth"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#key-round"></use></svg></span><b>[[I have a code from the clinic]]</b><span class="sub">[[Set up your account]]</span><svg class="i chev" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-right"></use></svg></a></li>
<li><a href="/portal/forgot"><span class="k msg"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#circle-help"></use></svg></span><b>[[I cannot log in]]</b><span class="sub">[[Forgotten name or password]]</span><svg class="i chev" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-right"></use></svg></a></li>
</ul>
