{{%AUTOESCAPE context="HTML"}}
{{! SHOW_VALUE, TYPE (field); TAB rows (URL LABEL N, CURRENT); EMPTY; TABLE, ROW rows (ID PATIENT NAME BORN MRN TYPE_NAME DAYS HAS SINCE TONE URGENCY STATE); MORE. }}
<div class="page-head"><div><h1>Waitlist</h1><p class="sub">In the order they are offered a time: urgency, latest day, longest wait</p></div></div>
<section class="card" aria-labelledby="wl"><h2 class="vh" id="wl">Who waits</h2>
<nav class="queues" aria-label="Who waits">{{#TAB}}<a href="{{URL}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{LABEL}} <span class="c">{{N}}</span></a>{{/TAB}}</nav>
<form class="filters" method="get" action="/waitlist"><input type="hidden" name="show" value="{{SHOW_VALUE}}">{{>TYPE}}<button class="btn sm" type="submit">Apply</button></form>
{{>EMPTY}}{{#TABLE}}<div class="scroll"><table class="t list fold"><caption class="vh">Waitlist</caption>
<thead><tr><th scope="col">Patient</th><th scope="col">Waits for</th><th scope="col">Days</th><th scope="col">Urgency</th><th scope="col">Since</th><th scope="col">State</th></tr></thead><tbody>{{/TABLE}}
{{#ROW}}<tr><td data-label="Patient"><a class="nm" href="/waitlist/{{ID}}"><bdi>{{NAME}}</bdi></a><span class="sub num">{{BORN}} · {{MRN}}</span></td>
<td data-label="Waits for">{{TYPE_NAME}}<span class="sub">{{HAS}}</span></td><td data-label="Days">{{DAYS}}</td>
<td data-label="Urgency"><span class="tag {{TONE}}">{{URGENCY}}</span></td><td data-label="Since">{{SINCE}}</td><td data-label="State">{{STATE}}</td></tr>{{/ROW}}
{{#TABLE}}</tbody></table></div>{{/TABLE}}
{{#MORE}}<p class="hint">Only the first 200 are listed. Choose a type of visit to see fewer.</p>{{/MORE}}</section>
