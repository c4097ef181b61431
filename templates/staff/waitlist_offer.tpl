{{%AUTOESCAPE context="HTML"}}
{{! ID WHAT WHEN WITH PLACE N WAIT MINUTES; NONE, SOME; ENTRY HOW (fields), ERRORS; OFFERS, OFFER rows (WHO UNTIL TONE TEXT ENTRY). }}
<div class="page-head"><div><h1>Offer a free time</h1><p class="sub">{{WHAT}}, {{WHEN}}, {{WITH}}, {{PLACE}}</p></div>
<div class="actions"><a class="btn quiet" href="/appointments/{{ID}}">The visit that left it</a></div></div>
{{>ERRORS}}
{{#OFFERS}}<section class="card" aria-labelledby="asked"><header><h2 id="asked">Asked so far</h2></header><ul class="rows two">{{/OFFERS}}{{#OFFER}}<li><div><b><a href="/waitlist/{{ENTRY}}"><bdi>{{WHO}}</bdi></a></b><p class="sub">until {{UNTIL}}</p></div><span class="tag {{TONE}}">{{TEXT}}</span></li>{{/OFFER}}{{#OFFERS}}</ul></section>{{/OFFERS}}
<section class="card mt" aria-labelledby="fits"><header><h2 id="fits">{{N}} {{WAIT}} for a time like this</h2></header>
{{#NONE}}<div class="empty"><b>Nobody else waits for a time like this.</b><p>Those who hold an offer already are not listed.</p><a class="btn" href="/waitlist">Show the waitlist</a></div>{{/NONE}}
{{#SOME}}<form class="body form" method="post" action="/appointments/{{ID}}/offers"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">{{>ENTRY}}{{>HOW}}
<p class="hint">An offer stands for {{MINUTES}} minutes. Nobody else can book the time meanwhile.</p>
<p class="form-actions"><button class="btn primary" type="submit">Offer it</button></p></form>{{/SOME}}</section>
