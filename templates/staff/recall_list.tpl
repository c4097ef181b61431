{{%AUTOESCAPE context="HTML"}}
{{! TAB rows (URL LABEL, COUNT (N), CURRENT); EMPTY; TABLE, ROW rows (ID PATIENT NAME BORN MRN TYPE_NAME REASON DUE TRIED TONE STATE); MORE. }}
<div class="page-head"><div><h1>Recalls</h1><p class="sub">Who is to come again. A recall is made on the chart or on a visit.</p></div></div>
<section class="card" aria-labelledby="rc"><h2 class="vh" id="rc">Recalls</h2>
<nav class="queues" aria-label="Which recalls">{{#TAB}}<a href="{{URL}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{LABEL}}{{#COUNT}} <span class="c">{{N}}</span>{{/COUNT}}</a>{{/TAB}}</nav>
{{>EMPTY}}{{#TABLE}}<div class="scroll"><table class="t list fold"><caption class="vh">Recalls</caption>
<thead><tr><th scope="col">Patient</th><th scope="col">Comes for</th><th scope="col">Due</th><th scope="col">Tried</th><th scope="col">State</th></tr></thead><tbody>{{/TABLE}}
{{#ROW}}<tr><td data-label="Patient"><a class="nm" href="/recalls/{{ID}}"><bdi>{{NAME}}</bdi></a><span class="sub num">{{BORN}} · {{MRN}}</span></td>
<td data-label="Comes for">{{REASON}}<span class="sub">{{TYPE_NAME}}</span></td><td data-label="Due" class="num">{{DUE}}</td><td data-label="Tried">{{TRIED}}</td>
<td data-label="State"><span class="tag {{TONE}}">{{STATE}}</span></td></tr>{{/ROW}}
{{#TABLE}}</tbody></table></div>{{/TABLE}}
{{#MORE}}<p class="hint">Only the first 200 are listed.</p>{{/MORE}}</section>
