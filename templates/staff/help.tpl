{{%AUTOESCAPE context="HTML"}}
{{! WORKS, ADMIN, REPORTS. }}
<div class="page-head"><div><h1>Help</h1></div></div>
<div class="cols"><div class="stack">
{{#WORKS}}<section class="card" aria-labelledby="day"><header><h2 id="day">How the day goes</h2></header><div class="body"><dl class="kv wide">
<dt><a href="/today">Today</a></dt><dd>Everything that is yours and due, the late ones first. What is not on it is not forgotten: it comes when its day comes.</dd>
<dt>Find a patient</dt><dd>Press <kbd>/</kbd> or use the box at the top: part of a name in any order, a date of birth, the record number or a phone number. One typing error is forgiven.</dd>
<dt>Open items</dt><dd>Each has an owner, a day and a next step. Log every attempt to reach somebody; close an item with what shows that it is done. “Undo” stands at the top for ten minutes.</dd>
<dt><a href="/calendar">Calendar</a></dt><dd>Choose a free time to book or block it; drag a visit to move it, pull its lower edge to change its length, or press <kbd>M</kbd> on it. List has the same as links. “Undo” takes the last change back. Nobody can be booked twice; if a time was just taken you get three others.</dd>
<dt><a href="/me/calendar">Your phone’s calendar</a></dt><dd>A provider can read their visits there by a secret link. It shows no names unless you choose initials, and can be stopped at any time.</dd>
<dt><a href="/flow">Flow</a></dt><dd>Who is here, since when, and what comes next. Patients can say themselves that they are here, on their phone or at a kiosk; what that leaves for the desk stands beside them. A check-in code is printed from the visit’s page.</dd>
<dt>Visits by video</dt><dd>The room opens a quarter of an hour before. The patient says first in which state they are: the clinician must be licensed there. If video fails, call the number on the page of the room.</dd>
<dt><a href="/readiness">Readiness</a></dt><dd>Coming visits that still lack an interpreter, a ride, a form, a referral or an authorization, three business days ahead. Open one to say how each thing stands; its visit packet is one page for the clinician.</dd>
<dt>Linked visits</dt><dd>A lab, then imaging, then the visit: choose “Linked visits” when booking, and all of them get times that go together. Move one and the gaps to the others are kept, or move all together; cancel one and you are asked about the others.</dd>
<dt>Help to attend</dt><dd>The page of a visit to come says how likely somebody needs help to get to it, why, and what may help: a call, a ride, another hour. Only how visits went and when this one is counts, never who the patient is. It is there to help; no time is refused, given or put off by it.</dd>
<dt>Before the visit</dt><dd>Fasting, forms and things to bring stand on the visit’s page with the hour they are due. Tick what is done; print the leaflet in English and Spanish.</dd>
<dt><a href="/insurance">Insurance</a></dt><dd>Coming visits whose coverage is unchecked or failed. Record what the payer said, with the day.</dd>
</dl></div></section>{{/WORKS}}
{{#ADMIN}}<section class="card" aria-labelledby="adm"><header><h2 id="adm">Administering</h2></header><div class="body"><dl class="kv wide">
<dt><a href="/admin/users">Users</a></dt><dd>Add people, give roles and first passwords. A change of roles and a disabled account hold at once. An administrator reads no patient records.</dd>
<dt><a href="/admin/visit-types">Visit types</a></dt><dd>How long visits take, and on each type’s page what is done before them. <a href="/admin/sequences">Linked visits</a> are named once and then booked together.</dd>
<dt><a href="/admin/sites">Sites</a></dt><dd>Opening hours and closed days decide which times can be booked. A site’s kiosks are made there too.</dd>
<dt><a href="/admin/audit">Audit log</a></dt><dd>Who saw or did what. It cannot be changed; “Check chain” proves that nobody did from outside.</dd>
</dl></div></section>{{/ADMIN}}
{{#REPORTS}}<section class="card" aria-labelledby="rep"><header><h2 id="rep">Reports</h2></header><div class="body"><dl class="kv wide">
<dt><a href="/reports">Reports</a></dt><dd>How much of the time that is offered is taken, how long patients wait for a visit, how many are missed or cancelled and why: by provider, site, visit type, weekday or week. What each figure counts stands below its picture. They name no patient; small numbers are shown as counts, for a rate of them says little.</dd>
<dt>Figures to keep</dt><dd>“Download CSV” saves what the table shows for a spreadsheet.</dd>
</dl></div></section>{{/REPORTS}}
<section class="card" aria-labelledby="words"><header><h2 id="words">What the words mean</h2></header><div class="body"><dl class="kv wide">
<dt>Late</dt><dd>Its day or hour has passed. Shown in red with how long.</dd>
<dt>Not recorded</dt><dd>Nobody has written it down yet. It does not mean no.</dd>
<dt>Not confirmed</dt><dd>The patient was asked about the visit and has not answered.</dd>
<dt>With patient, payer, specialist</dt><dd>We wait for somebody else; the due day says when to ask again.</dd>
</dl></div></section>
</div><aside class="stack" aria-label="More help">
<section class="card" aria-labelledby="more"><header><h2 id="more">More</h2></header><ul class="rows">
<li><a href="/help/shortcuts">Keyboard shortcuts</a></li>
<li><a href="/me">My settings</a></li>
<li><a href="/about">About Handrail</a></li></ul></section>
</aside></div>
