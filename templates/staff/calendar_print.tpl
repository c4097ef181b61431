{{%AUTOESCAPE context="HTML"}}
{{! PLACE; SHEET rows (NAME; VISIT rows as in calendar_list.tpl); NONE. }}
{{#NONE}}<p>No visits at {{PLACE}} on this day.</p>
{{/NONE}}{{#SHEET}}<section class="one-a-page"><h2>{{NAME}}, {{PLACE}}</h2>
<table class="t"><thead><tr><th scope="col">Time</th><th scope="col">Patient</th><th scope="col">Visit</th><th scope="col">Room</th><th scope="col">Status</th></tr></thead>
<tbody>{{#VISIT}}<tr><td class="num"><time datetime="{{ISO}}">{{TIMES}}</time></td><th scope="row"><bdi>{{NAME}}</bdi><span class="sub num">{{BORN}} · {{MRN}}</span></th><td>{{WHAT}}, {{WITH}}<span class="sub">{{REASON}}</span></td><td>{{ROOM}}</td><td>{{STATE}}{{#OVERBOOKED}} Overbooked{{/OVERBOOKED}}</td></tr>
{{/VISIT}}</tbody></table></section>
{{/SHEET}}
