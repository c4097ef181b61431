{{%AUTOESCAPE context="HTML"}}
<h2 class="vh">Appointments</h2>
<div class="stack">
<section class="card" aria-labelledby="next"><header><h2 id="next">To come</h2></header>
{{>NEXT}}{{>NO_NEXT}}
</section>
<section class="card" aria-labelledby="recalls"><header><h2 id="recalls">Recalls</h2>{{#NEW_RECALL}}<a class="btn sm" href="/patients/{{PATIENT_ID}}/recalls/new">New recall</a>{{/NEW_RECALL}}</header>
{{#NO_RECALLS}}<div class="empty"><b>No recalls.</b><p>A recall reminds somebody to call when the patient is to come again.</p></div>{{/NO_RECALLS}}
<ul class="rows two">{{#RECALL}}<li><div><a class="nm" href="/recalls/{{ID}}">{{REASON}}</a><p class="sub">{{TYPE_NAME}}, due {{DUE}}. {{TRIED}}</p></div><span class="tag {{TONE}}">{{STATE}}</span></li>
{{/RECALL}}</ul>
</section>
<section class="card" aria-labelledby="past"><header><h2 id="past">Past</h2>{{#CUT}}<span class="sub">The latest 100</span>{{/CUT}}</header>
{{>PAST}}{{>NO_PAST}}
</section>
</div>
