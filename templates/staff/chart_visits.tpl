{{%AUTOESCAPE context="HTML"}}
<h2 class="vh">Appointments</h2>
<div class="stack">
<section class="card" aria-labelledby="next"><header><h2 id="next">To come</h2></header>
{{>NEXT}}{{>NO_NEXT}}
</section>
<section class="card" aria-labelledby="past"><header><h2 id="past">Past</h2>{{#CUT}}<span class="sub">The latest 100</span>{{/CUT}}</header>
{{>PAST}}{{>NO_PAST}}
</section>
</div>
