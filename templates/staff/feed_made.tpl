{{%AUTOESCAPE context="HTML"}}
{{! LINK: shown once. }}
<section class="card ask">
<h1>Link to your calendar</h1>
<p>Put it into your calendar program now, as a calendar to subscribe to. It is not kept here, so it cannot be shown again. Do not pass it on.</p>
<p class="code" id="link">{{LINK}}</p>
<p class="sub">Most programs look once an hour for what has changed.</p>
<p class="form-actions"><a class="btn primary" href="/me/calendar">Done</a></p>
</section>
