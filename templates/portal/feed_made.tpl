{{%AUTOESCAPE context="HTML"}}
{{! LINK: shown once. }}
<h1>[[Your calendar link]]</h1>
<section class="panel" aria-labelledby="how"><h2 id="how">[[Put it into your calendar now]]</h2>
<p class="mt">[[Copy this link. In your calendar, choose to add or subscribe to a calendar by its address, and paste it there.]]</p>
<p class="code mt" id="link">{{LINK}}</p>
<p class="hint mt">[[We cannot show it again. Do not share it. If you lose it, make a new one.]]</p>
<div class="btns one mt"><a class="btn primary" href="/portal/me/calendar">[[I have copied it]]</a></div></section>
