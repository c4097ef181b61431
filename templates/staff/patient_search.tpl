{{%AUTOESCAPE context="HTML"}}
<div class="page-head"><div><h1>Find a patient</h1></div>
<div class="actions">{{#MAY_CREATE}}<a class="btn" href="/patients/new"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#user-plus"></use></svg>Register patient</a>{{/MAY_CREATE}}</div></div>
{{>SEARCH}}
<div id="results" class="stack">{{>RESULTS}}</div>
