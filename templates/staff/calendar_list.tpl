{{%AUTOESCAPE context="HTML"}}
{{! Seven days as a list: SHUT (TEXT); SOME; DAY rows (TEXT; VISIT rows (ID ISO TIMES NAME BORN MRN WHAT REASON WITH ROOM STATUS, OVERBOOKED)); NONE include. }}
{{#SHUT}}<div class="body"><div class="note"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#info"></use></svg><div>{{TEXT}}</div></div></div>
{{/SHUT}}{{#SOME}}<div class="scroll"><table class="t list fold"><caption class="vh">Visits by day</caption>
<thead><tr><th scope="col">Time</th><th scope="col">Patient</th><th scope="col">Visit</th><th scope="col">Provider</th><th scope="col" class="opt">Room</th><th scope="col">Status</th></tr></thead>
<tbody>
{{#DAY}}<tr class="grp"><th colspan="6" scope="rowgroup">{{TEXT}}</th></tr>
{{#VISIT}}<tr><td class="num"><time datetime="{{ISO}}">{{TIMES}}</time></td><th scope="row"><a class="nm" href="/appointments/{{ID}}"><bdi>{{NAME}}</bdi></a><span class="sub num">{{BORN}} · {{MRN}}</span></th><td data-label="Visit">{{WHAT}}<span class="sub">{{REASON}}</span></td><td data-label="Provider">{{WITH}}</td><td class="opt" data-label="Room">{{ROOM}}</td><td data-label="Status">{{>STATUS}}{{#OVERBOOKED}} <span class="tag amber"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#copy-plus"></use></svg>Overbooked</span>{{/OVERBOOKED}}</td></tr>
{{/VISIT}}{{/DAY}}</tbody></table></div>
{{/SOME}}{{>NONE}}
