{{%AUTOESCAPE context="HTML"}}
{{! ID REASON NAME DAY TIMES BACK, MAY; SOME; VISIT rows (ID TIMES NAME BORN MRN WHAT). }}
<div class="page-head"><div><h1>{{REASON}}</h1><p class="sub">{{NAME}} · {{DAY}}, {{TIMES}} · not to be booked</p></div>
<div class="actions"><a class="btn" href="{{BACK}}">Day in calendar</a></div></div>
{{#SOME}}<section class="card" aria-labelledby="under"><header><h2 id="under">Visits under it</h2></header>
<div class="body"><div class="note amber"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#triangle-alert"></use></svg><div>These were booked before. Move them, or take the block off.</div></div></div>
<ul class="rows two">{{#VISIT}}<li><div><b class="num">{{TIMES}}</b> <a href="/appointments/{{ID}}"><bdi>{{NAME}}</bdi></a><p class="sub num">{{BORN}} · {{MRN}} · {{WHAT}}</p></div><a class="btn sm" href="/appointments/{{ID}}/move">Move<span class="vh"> {{NAME}}, {{TIMES}}</span></a></li>
{{/VISIT}}</ul></section>
{{/SOME}}{{#MAY}}<form class="mt" method="post" action="/calendar/blocks/{{ID}}/remove"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><button class="btn danger" type="submit">Take off the calendar</button></form>{{/MAY}}
