{{%AUTOESCAPE context="HTML"}}
{{! WEEK rows (CELL rows (D URL LONG, TODAY, OTHER, SHUT (TEXT), COUNT (N), VISIT rows (ID CLASS TIME NAME FULL), MORE (N))). }}
<table class="month"><caption class="vh">Visits of the month</caption>
<thead><tr><th scope="col"><abbr title="Sunday">Sun</abbr></th><th scope="col"><abbr title="Monday">Mon</abbr></th><th scope="col"><abbr title="Tuesday">Tue</abbr></th><th scope="col"><abbr title="Wednesday">Wed</abbr></th><th scope="col"><abbr title="Thursday">Thu</abbr></th><th scope="col"><abbr title="Friday">Fri</abbr></th><th scope="col"><abbr title="Saturday">Sat</abbr></th></tr></thead>
<tbody>
{{#WEEK}}<tr>{{#CELL}}<td class="{{#TODAY}}today{{/TODAY}}{{#OTHER}} other{{/OTHER}}"><a class="d" href="{{URL}}"><span aria-hidden="true">{{D}}</span><span class="vh">{{LONG}}{{#COUNT}}, {{N}} visits{{/COUNT}}{{#SHUT}}, closed{{/SHUT}}</span></a>{{#COUNT}}<span class="count" aria-hidden="true">{{N}}</span>{{/COUNT}}{{#SHUT}} <span class="shut">{{TEXT}}</span>{{/SHUT}}{{#VISIT}}<a class="vis {{CLASS}}" href="/appointments/{{ID}}" title="{{FULL}}">{{TIME}} {{NAME}}</a>{{/VISIT}}{{#MORE}}<a class="more" href="{{URL}}">{{N}} more<span class="vh">, {{LONG}}</span></a>{{/MORE}}</td>{{/CELL}}</tr>
{{/WEEK}}</tbody></table>
