{{%AUTOESCAPE context="HTML"}}
<section>
<p>With this code and your date of birth you open your account. It works once, until {{UNTIL}}.</p>
<p><b class="code big">{{CODE}}</b></p>
<ol>
<li>Go to <b>{{HOST}}/portal/activate</b></li>
<li>Type the code and your date of birth.</li>
<li>Choose a password.</li>
</ol>
<p class="no-print">The code is shown this once. If the sheet is lost, print a new one: the old one stops working.</p>
</section>
