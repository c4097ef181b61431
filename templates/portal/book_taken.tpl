{{%AUTOESCAPE context="HTML"}}
{{! TYPE_ID, OTHER rows (SLOT TYPE_ID WHEN WHO PLACE), NONE. }}
<h1>[[That time was just taken]]</h1>
<p class="lead">[[Somebody else was a moment faster. Nothing is booked yet.]]</p>
{{#OTHER}}<form class="panel" action="/portal/book/time" method="post"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><input type="hidden" name="type" value="{{TYPE_ID}}"><h2>{{WHEN}}</h2><p>{{WHO}}, {{PLACE}}</p><div class="btns one"><button class="btn primary" type="submit" name="slot" value="{{SLOT}}">[[Take this time]]</button></div></form>
{{/OTHER}}{{#NONE}}<p class="panel">[[There is no other free time near it.]]</p>{{/NONE}}
<div class="btns one"><a class="btn" href="/portal/book/day?type={{TYPE_ID}}">[[Show all days]]</a></div>
<p class="hint"><a href="/portal/book/ask">[[None of these? Ask us for a visit]]</a></p>
