{{%AUTOESCAPE context="HTML"}}
{{! COLUMN rows (LABEL N; VISIT rows as in flow_rows.tpl); NONE. }}
{{#NONE}}<p>No visits here today.</p>
{{/NONE}}{{#COLUMN}}<section><h2>{{LABEL}} ({{N}})</h2>
<div class="scroll" tabindex="0" role="region" aria-label="{{LABEL}}"><table class="t wrap"><thead><tr><th scope="col">Time</th><th scope="col">Patient</th><th scope="col">Visit</th><th scope="col">Provider</th><th scope="col">Room</th><th scope="col">In this state</th></tr></thead>
<tbody>{{#VISIT}}<tr><td class="num"><time datetime="{{ISO}}">{{TIME}}</time></td><th scope="row"><bdi>{{NAME}}</bdi><span class="sub num">{{BORN}} · {{MRN}}</span></th><td>{{WHAT}}{{#INTERPRETER}}<span class="sub">Interpreter: {{SPEAKS}}</span>{{/INTERPRETER}}</td><td>{{WITH}}</td><td>{{ROOM}}</td><td class="num">{{LONG}}{{#STATE}} {{>STATUS}}{{/STATE}}{{#WAIT}} ({{TEXT}}){{/WAIT}}</td></tr>
{{/VISIT}}</tbody></table></div></section>
{{/COLUMN}}
