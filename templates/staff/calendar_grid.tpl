{{%AUTOESCAPE context="HTML"}}
{{! Day and week, a list that static/js/calendar.js makes a grid of: SHUT (TEXT); VIEW DATE FROM TO CLOCK NOW WHEN ONE, EDITABLE; RESOURCE rows (ID NAME); BLOCK rows (START END PROVIDER TITLE); VISIT rows (DAY (TEXT); LIVE (ID START END PROVIDER CLASS LABEL TITLE VERSION, TELLS, FIXED); ID ISO TIMES NAME BORN MRN WHAT REASON WITH ROOM STATUS, OVERBOOKED); NONE include. }}
{{#SHUT}}<div class="body"><div class="note"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#info"></use></svg><div>{{TEXT}}</div></div></div>
{{/SHUT}}<p class="note red no-print" id="ec-why" hidden><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#circle-alert"></use></svg><span></span></p>
<div id="ec" data-view="{{VIEW}}" data-date="{{DATE}}" data-from="{{FROM}}" data-to="{{TO}}" data-clock="{{CLOCK}}" data-csrf="{{CSRF}}" data-now="{{NOW}}" data-label="Calendar, {{WHEN}}" data-editable="{{#EDITABLE}}1{{/EDITABLE}}" data-provider="{{ONE}}">
<ul data-resources hidden>{{#RESOURCE}}<li data-resource="{{ID}}">{{NAME}}</li>{{/RESOURCE}}</ul>
<ul hidden>{{#BLOCK}}<li data-block="1" data-start="{{START}}" data-end="{{END}}" data-resource="{{PROVIDER}}" data-title="{{TITLE}}"></li>{{/BLOCK}}</ul>
<div class="scroll"><table class="t list fold"><caption class="vh">Visits, {{WHEN}}</caption>
<thead><tr><th scope="col">Time</th><th scope="col">Patient</th><th scope="col">Visit</th><th scope="col">Provider</th><th scope="col" class="opt">Room</th><th scope="col">Status</th></tr></thead>
<tbody>
{{#VISIT}}{{#DAY}}<tr class="grp"><th colspan="6" scope="rowgroup">{{TEXT}}</th></tr>
{{/DAY}}<tr{{#LIVE}} data-id="{{ID}}" data-start="{{START}}" data-end="{{END}}" data-resource="{{PROVIDER}}" data-class="{{CLASS}}" data-status="{{LABEL}}" data-title="{{TITLE}}" data-version="{{VERSION}}"{{#TELLS}} data-tells="1"{{/TELLS}}{{#FIXED}} data-fixed="1"{{/FIXED}}{{/LIVE}}><td class="num"><time datetime="{{ISO}}">{{TIMES}}</time></td><th scope="row"><a class="nm" href="/appointments/{{ID}}"><bdi>{{NAME}}</bdi></a><span class="sub num">{{BORN}} · {{MRN}}</span></th><td data-label="Visit">{{WHAT}}<span class="sub">{{REASON}}</span></td><td data-label="Provider">{{WITH}}</td><td class="opt" data-label="Room">{{ROOM}}</td><td data-label="Status">{{>STATUS}}{{#OVERBOOKED}} <span class="tag amber"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#copy-plus"></use></svg>Overbooked</span>{{/OVERBOOKED}}</td></tr>
{{/VISIT}}</tbody></table></div>
{{>NONE}}
</div>
