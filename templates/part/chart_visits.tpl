{{%AUTOESCAPE context="HTML"}}
{{! Visits of one patient: CAPTION; VISIT rows (ID WHEN WHAT WHO WHERE, REASON (TEXT), TONE ICON STATE, READY (TONE ICON TEXT)). }}
<div class="scroll"><table class="t list fold">
<caption class="vh">{{CAPTION}}</caption>
<thead><tr><th scope="col">When</th><th scope="col">Visit</th><th scope="col">Clinician</th><th scope="col">Site</th><th scope="col">Status</th></tr></thead>
<tbody>
{{#VISIT}}<tr><td class="num"><a class="nm" href="/appointments/{{ID}}">{{WHEN}}</a></td>
<td data-label="Visit">{{WHAT}}{{#REASON}}<span class="sub">{{TEXT}}</span>{{/REASON}}</td>
<td data-label="Clinician">{{WHO}}</td>
<td data-label="Site">{{WHERE}}</td>
<td data-label="Status"><span class="tag {{TONE}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg>{{STATE}}</span>{{#READY}} <span class="tag {{TONE}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg>{{TEXT}}</span>{{/READY}}</td></tr>
{{/VISIT}}</tbody></table></div>
