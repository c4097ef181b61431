{{%AUTOESCAPE context="HTML"}}
<div class="page-head"><div><h1>Patients</h1></div>
<div class="actions">{{#MAY_CREATE}}<a class="btn primary" href="/patients/new"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#user-plus"></use></svg>Register patient</a>{{/MAY_CREATE}}</div></div>
{{>SEARCH}}
<div id="results" class="stack">
<section class="card" aria-labelledby="recent"><header><h2 id="recent">You opened lately</h2></header>
{{>RECENT}}{{>NO_RECENT}}
</section>
<section class="card" aria-labelledby="newest"><header><h2 id="newest">Registered last</h2></header>
{{>NEWEST}}{{>NO_NEWEST}}
</section>
</div>
