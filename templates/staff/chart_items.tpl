{{%AUTOESCAPE context="HTML"}}
<h2 class="vh">Follow-ups</h2>
<div class="stack">
<section class="card" aria-labelledby="open"><header><h2 id="open">Open</h2><span class="tag">{{N_OPEN}}</span></header>
{{>OPEN}}{{>NO_OPEN}}
</section>
<section class="card" aria-labelledby="closed"><header><h2 id="closed">Closed</h2><span class="tag">{{N_CLOSED}}</span></header>
{{>CLOSED}}{{>NO_CLOSED}}
</section>
</div>
