{{%AUTOESCAPE context="HTML"}}
{{! A time that is not to be had: TITLE TEXT; SOME, NONE; OTHER rows (ACTION SLOT WHEN WHO PLACE, KEEP rows (NAME VALUE)); OVER (ACTION SLOT, KEEP rows); AGAIN (url of all free times). }}
<section class="card ask">
<h1>{{TITLE}}</h1>
<p data-why>{{TEXT}} Nothing was changed.</p>
{{#SOME}}<h2 class="mt">Other times close to it</h2>
{{/SOME}}{{#NONE}}<p>No other time is free within a week of it.</p>
{{/NONE}}<ul class="rows two">
{{#OTHER}}<li><div><b>{{WHEN}}</b><p class="sub">{{WHO}}, {{PLACE}}</p></div><form class="inline" method="post" action="{{ACTION}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><input type="hidden" name="slot" value="{{SLOT}}">{{#KEEP}}<input type="hidden" name="{{NAME}}" value="{{VALUE}}">{{/KEEP}}<button class="btn" type="submit">Book this time<span class="vh">: {{WHEN}}, {{WHO}}</span></button></form></li>
{{/OTHER}}</ul>
<p class="form-actions"><a class="btn" href="{{AGAIN}}">See all free times</a></p>
{{#OVER}}<form method="post" action="{{ACTION}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><input type="hidden" name="slot" value="{{SLOT}}"><input type="hidden" name="overbook" value="1">{{#KEEP}}<input type="hidden" name="{{NAME}}" value="{{VALUE}}">{{/KEEP}}
<h2 class="mt">Overbook</h2>
<div class="field"><label for="overbook_reason">Why must this visit lie over others?</label><p class="hint" id="overbook_reason-hint">The visit is marked Overbooked, with your reason.</p><input id="overbook_reason" name="overbook_reason" type="text" maxlength="200" aria-describedby="overbook_reason-hint"></div>
<p class="form-actions"><button class="btn danger" type="submit">Overbook this time</button></p></form>
{{/OVER}}</section>
