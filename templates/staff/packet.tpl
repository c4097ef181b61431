{{%AUTOESCAPE context="HTML"}}
{{! Visit packets: CHOOSE (DATE, PROVIDER rows (ID NAME, ON)), NO_PROVIDER, NO_VISIT; PACKET rows (NAME CALLED BORN MRN SEX SPEAKS ALLERGY WHEN VISIT_WHAT WITH PLACE MODE REASON SINCE, HAS_NOTE, NOTE; LAST GAP OPEN RESULT MEDICATION PROBLEM POLICY NEED rows (WHAT, WITH_MORE (TEXT)) and NO_ of each). }}
{{#CHOOSE}}<form class="no-print filters" method="get" action="/calendar/packets"><label for="date">Day</label><input type="date" id="date" name="date" value="{{DATE}}"><label for="provider">Provider</label><select id="provider" name="provider">{{#PROVIDER}}<option value="{{ID}}"{{#ON}} selected{{/ON}}>{{NAME}}</option>{{/PROVIDER}}</select><button class="btn sm" type="submit">Show</button></form>{{/CHOOSE}}
{{#NO_PROVIDER}}<p>Choose whose packets to print.</p>{{/NO_PROVIDER}}{{#NO_VISIT}}<p>No visits on this day.</p>{{/NO_VISIT}}
{{#PACKET}}<section class="one-a-page packet"><h2><bdi>{{NAME}}</bdi>, {{WHEN}}</h2>
<p><b>Born {{BORN}}</b>, MRN <b>{{MRN}}</b>, {{SEX}}, called {{CALLED}}, speaks {{SPEAKS}}. Allergies: <b>{{ALLERGY}}</b></p>
<p><b>Why:</b> {{REASON}}. {{VISIT_WHAT}}, {{MODE}}, with {{WITH}}, {{PLACE}}.</p>{{#HAS_NOTE}}<p class="pre">{{NOTE:p}}</p>{{/HAS_NOTE}}
<div class="packet-cols">
<section><h3>Last visit and plan</h3>{{#NO_LAST}}<p>No earlier visit and no plan on file.</p>{{/NO_LAST}}<ul>{{#LAST}}<li>{{WHAT}}{{#WITH_MORE}}: {{TEXT}}{{/WITH_MORE}}</li>{{/LAST}}</ul></section>
<section><h3>Overdue</h3>{{#NO_GAP}}<p>Nothing is overdue.</p>{{/NO_GAP}}<ul>{{#GAP}}<li>{{WHAT}}{{#WITH_MORE}} <b>{{TEXT}}</b>{{/WITH_MORE}}</li>{{/GAP}}</ul></section>
<section><h3>Open</h3>{{#NO_OPEN}}<p>Nothing else is open.</p>{{/NO_OPEN}}<ul>{{#OPEN}}<li>{{WHAT}}{{#WITH_MORE}} · next: {{TEXT}}{{/WITH_MORE}}</li>{{/OPEN}}</ul></section>
<section><h3>Results {{SINCE}}</h3>{{#NO_RESULT}}<p>No results.</p>{{/NO_RESULT}}<ul>{{#RESULT}}<li>{{WHAT}}{{#WITH_MORE}} ({{TEXT}}){{/WITH_MORE}}</li>{{/RESULT}}</ul></section>
<section><h3>Problems</h3>{{#NO_PROBLEM}}<p>No active problem on file.</p>{{/NO_PROBLEM}}<ul>{{#PROBLEM}}<li>{{WHAT}}{{#WITH_MORE}} ({{TEXT}}){{/WITH_MORE}}</li>{{/PROBLEM}}</ul></section>
<section><h3>Medications</h3>{{#NO_MEDICATION}}<p>No active medication on file.</p>{{/NO_MEDICATION}}<ul>{{#MEDICATION}}<li>{{WHAT}}{{#WITH_MORE}}: {{TEXT}}{{/WITH_MORE}}</li>{{/MEDICATION}}</ul></section>
<section><h3>Coverage and authorization</h3>{{#NO_POLICY}}<p>No policy covers this day.</p>{{/NO_POLICY}}<ul>{{#POLICY}}<li>{{WHAT}}{{#WITH_MORE}}: {{TEXT}}{{/WITH_MORE}}</li>{{/POLICY}}</ul></section>
<section><h3>Needs</h3>{{#NO_NEED}}<p>None known.</p>{{/NO_NEED}}<ul>{{#NEED}}<li>{{WHAT}}{{#WITH_MORE}} ({{TEXT}}){{/WITH_MORE}}</li>{{/NEED}}</ul></section>
</div></section>
{{/PACKET}}
