{{%AUTOESCAPE context="HTML"}}
<a class="back" href="/portal/login"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#arrow-left"></use></svg>[[Back]]</a>
<h1>[[I cannot log in]]</h1>
<div class="panel stack">
<p>[[Call us, or ask at the desk. We check who you are and give you a new code.]]</p>
<p>[[With the code and your date of birth you choose a new name and password. Your visits stay as they are.]]</p>
<div class="btns one"><a class="btn primary" href="/portal/activate">[[I have a code from the clinic]]</a></div>
</div>
