{{%AUTOESCAPE context="HTML"}}
{{! PLACE; SHEET rows (NAME; VISIT rows as in calendar_list.tpl); NONE. }}
{{#NONE}}<p>No visits at {{PLACE}} on this day.</p>
{{/NONE}}{{#SHEET}}<section class="one-a-page"><h2>{{NAME}}, {{PLACE}}</h2>
<table class="t wrap"><thead><tr><th scope="col">Time</th><th scope="col">Patient</th><th scope="col">Visit</th><th scope="col" class="opt">Room</th><th scope="col" class="opt">Status</th></tr></thead>
<tbody>{{#VISIT}}<tr><td class="num"><time datetime="{{ISO}}">{{TIMES}}</time></td><th scope="row"><bdi>{{NAME}}</bdi><span class="sub num">{{BORN}} · {{MRN}}</span></th><td>{{WHAT}}<span class="sub">{{REASON}}</span></td><td class="opt">{{ROOM}}</td><td class="opt">{{STATE}}{{#OVERBOOKED}} Overbooked{{/OVERBOOKED}}</td></tr>
{{/VISIT}}</tbody></table></section>
{{/SHEET}}
