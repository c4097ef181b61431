{{%AUTOESCAPE context="HTML"}}
{{! Visits that are not ready: SUMMARY; SITE rows (ID NAME, ON), AHEAD rows (VALUE LABEL, ON); TABLE (VISIT rows (ID PATIENT ISO WHEN ZONE WHAT WITH PLACE NAME BORN MRN; NEED rows (OPENS (URL), PLAIN, WHAT TONE ICON STATE, NEXT (TEXT)))); EMPTY include. }}
<div class="page-head"><div><h1>Readiness</h1><p class="sub">{{SUMMARY}}</p></div></div>
<section class="card" aria-labelledby="list"><h2 class="vh" id="list">Visits that are not ready</h2>
<form class="filters" method="get" action="/readiness">
<label for="site">Site</label><select id="site" name="site"><option value="">All sites</option>{{#SITE}}<option value="{{ID}}"{{#ON}} selected{{/ON}}>{{NAME}}</option>{{/SITE}}</select>
<label for="days">Ahead</label><select id="days" name="days">{{#AHEAD}}<option value="{{VALUE}}"{{#ON}} selected{{/ON}}>{{LABEL}}</option>{{/AHEAD}}</select>
<button class="btn sm" type="submit">Apply</button></form>
{{#TABLE}}<div class="scroll"><table class="t list fold wrap"><caption class="vh">Visits that are not ready, the soonest first</caption>
<thead><tr><th scope="col">Visit</th><th scope="col">Patient</th><th scope="col">Missing</th><th scope="col"><span class="vh">Action</span></th></tr></thead><tbody>
{{#VISIT}}<tr><td class="num"><a class="nm" href="/appointments/{{ID}}"><time datetime="{{ISO}}">{{WHEN}}</time></a> {{ZONE}}<span class="sub">{{WHAT}}, {{WITH}}, {{PLACE}}</span></td>
<td data-label="Patient"><a href="/patients/{{PATIENT}}"><bdi>{{NAME}}</bdi></a><span class="sub num">{{BORN}} · {{MRN}}</span></td>
<td data-label="Missing"><ul class="plain">{{#NEED}}<li>{{#OPENS}}<a href="{{URL}}">{{WHAT}}</a>{{/OPENS}}{{#PLAIN}}{{WHAT}}{{/PLAIN}} <span class="tag {{TONE}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg>{{STATE}}</span>{{#NEXT}}<span class="sub">{{TEXT}}</span>{{/NEXT}}</li>{{/NEED}}</ul></td>
<td class="act"><a class="btn sm" href="/appointments/{{ID}}#needs">Arrange<span class="vh">: {{NAME}}, {{WHEN}}</span></a></td></tr>
{{/VISIT}}</tbody></table></div>{{/TABLE}}{{>EMPTY}}</section>
