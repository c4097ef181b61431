{{%AUTOESCAPE context="HTML"}}
{{! Seven days as a list: SHUT (TEXT); SOME; DAY rows (TEXT; VISIT rows (ID ISO TIMES NAME BORN MRN WHAT REASON WITH ROOM TONE ICON STATE, OVERBOOKED, MOVE, LENGTH)); NONE include. }}
{{#SHUT}}<div class="body"><div class="note"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#info"></use></svg><div>{{TEXT}}</div></div></div>
{{/SHUT}}{{#SOME}}<div class="scroll"><table class="t list fold"><caption class="vh">Visits by day</caption>
<thead><tr><th scope="col">Time</th><th scope="col">Patient</th><th scope="col">Visit</th><th scope="col">Provider</th><th scope="col" class="opt">Room</th><th scope="col">Status</th><th scope="col"><span class="vh">Change</span></th></tr></thead>
<tbody>
{{#DAY}}<tr class="grp"><th colspan="7" scope="rowgroup">{{TEXT}}</th></tr>
{{#VISIT}}<tr><td class="num"><time datetime="{{ISO}}">{{TIMES}}</time></td><th scope="row"><a class="nm" href="/appointments/{{ID}}"><bdi>{{NAME}}</bdi></a><span class="sub num">{{BORN}} · {{MRN}}</span></th><td data-label="Visit">{{WHAT}}<span class="sub">{{REASON}}</span></td><td data-label="Provider">{{WITH}}</td><td class="opt" data-label="Room">{{ROOM}}</td><td data-label="Status"><span class="tag {{TONE}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg>{{STATE}}</span>{{#OVERBOOKED}} <span class="tag amber"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#copy-plus"></use></svg>Overbooked</span>{{/OVERBOOKED}}</td><td class="end acts">{{#MOVE}}<a class="btn sm" href="/appointments/{{ID}}/move">Move<span class="vh"> {{NAME}}, {{TIMES}}</span></a>{{/MOVE}} {{#LENGTH}}<a class="btn sm" href="/appointments/{{ID}}/length">Length<span class="vh"> of {{NAME}}, {{TIMES}}</span></a>{{/LENGTH}}</td></tr>
{{/VISIT}}{{/DAY}}</tbody></table></div>
{{/SOME}}{{>NONE}}
