{{%AUTOESCAPE context="HTML"}}
{{! Patients as a table: CAPTION; ROW rows (ID NAME, CALLED (TEXT), BORN SEX MRN PHONE NEXT, NONE_NEXT, OPEN (N), SAME, DEAD, INACTIVE, RESTRICTED). Two identifiers stand in every row. }}
<div class="scroll"><table class="t list fold">
<caption class="vh">{{CAPTION}}</caption>
<thead><tr><th scope="col">Patient</th><th scope="col">Born</th><th scope="col">MRN</th><th scope="col">Phone</th><th scope="col">Next visit</th><th scope="col">Open items</th></tr></thead>
<tbody>
{{#ROW}}<tr><td><a class="nm" href="/patients/{{ID}}"><bdi>{{NAME}}</bdi></a>{{#CALLED}} <span class="gone">“{{TEXT}}”</span>{{/CALLED}}{{#SAME}} <span class="tag amber"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#users"></use></svg>Same name: check the birth date</span>{{/SAME}}{{#DEAD}} <span class="tag">Deceased</span>{{/DEAD}}{{#INACTIVE}} <span class="tag">Inactive</span>{{/INACTIVE}}{{#RESTRICTED}} <span class="tag violet"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#lock"></use></svg>Restricted</span>{{/RESTRICTED}}</td>
<td class="num" data-label="Born">{{BORN}}<span class="sub">{{SEX}}</span></td>
<td class="num" data-label="MRN">{{MRN}}</td>
<td class="num" data-label="Phone">{{PHONE}}</td>
<td data-label="Next visit">{{NEXT}}{{#NONE_NEXT}}<span class="gone">None booked</span>{{/NONE_NEXT}}</td>
<td class="num" data-label="Open items">{{#OPEN}}{{N}}{{/OPEN}}{{#NO_OPEN}}<span class="gone">None</span>{{/NO_OPEN}}</td></tr>
{{/ROW}}</tbody></table></div>
