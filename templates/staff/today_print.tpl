{{%AUTOESCAPE context="HTML"}}
<p>{{DAY}}. {{SUMMARY}} at <time datetime="{{UPDATED_ISO}}">{{UPDATED}}</time>.</p>
{{#NONE}}<p>Nothing is due.</p>{{/NONE}}
<table class="t wrap"><caption class="vh">Open items</caption>
<thead><tr><th scope="col">Due</th><th scope="col">Patient</th><th scope="col">What to do</th><th scope="col">Status</th><th scope="col">Owner</th></tr></thead>
{{#GROUP}}<tbody>{{#HEAD}}<tr class="grp{{#LATE}} late{{/LATE}}"><th colspan="5" scope="rowgroup">{{LABEL}} · {{N}}{{#NOTE}}<small>{{TEXT}}</small>{{/NOTE}}</th></tr>{{/HEAD}}
{{#ROW}}<tr><td>{{DUE}}<span class="sub num">{{UNDER}}</span></td>
<td>{{#PATIENT}}<bdi>{{NAME}}</bdi>{{#CALLED}} “{{TEXT}}”{{/CALLED}}<span class="sub num">{{BORN}} · {{MRN}}</span>{{/PATIENT}}{{#NO_PATIENT}}No patient{{/NO_PATIENT}}</td>
<td>{{KIND}}: {{TITLE}}<span class="sub">{{SUB}}</span></td>
<td>{{#TAG}}<span class="tag {{TONE}}">{{TEXT}}</span>{{/TAG}}</td>
<td>{{#OWNER}}{{NAME}}{{/OWNER}}{{#NOBODY}}Unassigned{{/NOBODY}}</td></tr>{{/ROW}}</tbody>{{/GROUP}}
</table>
{{#MORE}}<p>There are more: these are the first 300.</p>{{/MORE}}
