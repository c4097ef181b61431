{{%AUTOESCAPE context="HTML"}}
{{! Day and week, a list that static/js/calendar.js makes a grid of: SHUT (TEXT); VIEW DATE FROM TO CLOCK NOW WHEN ONE PLACE_ID, JUMP (AT BY MIDNIGHT), EDITABLE; RESOURCE rows (ID NAME); BLOCK rows (START END PROVIDER TITLE, OWN (ID)); VISIT rows (DAY (TEXT); LIVE, START END PROVIDER CLASS VERSION MARKS; ID ISO TIMES NAME BORN MRN WHAT REASON WITH ROOM TONE ICON STATE, OVERBOOKED, READY (TONE ICON TEXT)); NONE include. }}
{{#SHUT}}<div class="body"><div class="note"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#info"></use></svg><div>{{TEXT}}</div></div></div>
{{/SHUT}}<p class="note red no-print" id="ec-why" tabindex="-1" hidden><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#circle-alert"></use></svg><span></span></p>
<div id="ec" data-view="{{VIEW}}" data-date="{{DATE}}" data-from="{{FROM}}" data-to="{{TO}}" data-clock="{{CLOCK}}" data-csrf="{{CSRF}}" data-now="{{NOW}}" data-site="{{PLACE_ID}}"{{#JUMP}} data-jump="{{AT}} {{BY}} {{MIDNIGHT}}"{{/JUMP}} data-label="Calendar, {{WHEN}}" data-editable="{{#EDITABLE}}1{{/EDITABLE}}" data-provider="{{ONE}}">
<ul data-resources hidden>{{#RESOURCE}}<li data-resource="{{ID}}">{{NAME}}</li>{{/RESOURCE}}</ul>
<ul hidden>{{#BLOCK}}<li data-block="{{#OWN}}{{ID}}{{/OWN}}" data-start="{{START}}" data-end="{{END}}" data-resource="{{PROVIDER}}" data-title="{{TITLE}}"></li>{{/BLOCK}}</ul>
<div class="scroll"><table class="t list fold"><caption class="vh">Visits, {{WHEN}}</caption>
<thead><tr><th scope="col">Time</th><th scope="col">Patient</th><th scope="col">Visit</th><th scope="col">Provider</th><th scope="col" class="opt">Room</th><th scope="col">Status</th></tr></thead>
<tbody>
{{#VISIT}}{{#DAY}}<tr class="grp"><th colspan="6" scope="rowgroup">{{TEXT}}</th></tr>
{{/DAY}}<tr{{#LIVE}} data-id="{{ID}}" data-start="{{START}}" data-end="{{END}}" data-resource="{{PROVIDER}}" data-class="{{CLASS}}" data-version="{{VERSION}}" data-marks="{{MARKS}}"{{/LIVE}}><td class="num"><time datetime="{{ISO}}">{{TIMES}}</time></td><th scope="row"><a class="nm" href="/appointments/{{ID}}"><bdi>{{NAME}}</bdi></a><span class="sub num">{{BORN}} · {{MRN}}</span></th><td data-label="Visit">{{WHAT}}<span class="sub">{{REASON}}</span></td><td data-label="Provider">{{WITH}}</td><td class="opt" data-label="Room">{{ROOM}}</td><td data-label="Status"><span class="tag {{TONE}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg>{{STATE}}</span>{{#OVERBOOKED}} <span class="tag amber over"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#copy-plus"></use></svg>Overbooked</span>{{/OVERBOOKED}}{{#READY}} <span class="tag {{TONE}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg>{{TEXT}}</span>{{/READY}}</td></tr>
{{/VISIT}}</tbody></table></div>
{{>NONE}}
</div>
{{#EDITABLE}}<dialog id="ec-edit" aria-labelledby="ec-edit-h"><h2 id="ec-edit-h">Move or change length</h2>
<p class="sub" id="ec-edit-who"></p>
<form class="form mt" method="post" data-act="move"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
<div class="pair"><div class="field"><label for="ec-date">Day</label><input id="ec-date" name="date" type="date" required></div>
<div class="field"><label for="ec-start">Start</label><input id="ec-start" name="start" type="time" step="300" required></div></div>
<div class="field"><label for="ec-with">Provider</label><select id="ec-with" name="provider"></select></div>
<p class="sub" id="ec-tells" hidden>The patient will be told of the new time.</p>
<p class="form-actions"><button class="btn primary" type="submit">Move visit</button></p></form>
<form class="form mt" method="post" data-act="length"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
<div class="field short"><label for="ec-minutes">Minutes</label><input id="ec-minutes" name="minutes" type="number" min="5" max="480" step="5" required></div>
<p class="form-actions"><button class="btn primary" type="submit">Change length</button></p></form>
<p class="form-actions"><button class="btn quiet" type="button" data-close>Leave as it is</button></p></dialog>
<dialog id="ec-pick" aria-labelledby="ec-pick-h"><h2 id="ec-pick-h"></h2>
<p class="form-actions mt"><a class="btn primary" data-to="/appointments/new" href="/appointments/new">Book visit</a><a class="btn" data-to="/calendar/blocks/new" href="/calendar/blocks/new">Block this time</a><button class="btn quiet" type="button" data-close>Cancel</button></p></dialog>{{/EDITABLE}}
