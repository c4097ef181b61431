{{%AUTOESCAPE context="HTML"}}
{{! The way into a visit by video: ID WHEN PROVIDER; WAITING (ID); OPEN (the fields of the form, ASK_TREATMENT ASK_PRIVACY ASK_TELEHEALTH ASK_TEXT), or why not: EARLY and FROM, OVER, NO_VIDEO. }}
<a class="back" href="/portal/visits/{{ID}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#arrow-left"></use></svg>[[Back]]</a>
{{>ERRORS}}
<h1>[[Your visit by video]]</h1>
<p class="lead">{{WHEN}}, {{PROVIDER}}</p>
{{#EARLY}}<section class="next" aria-labelledby="early"><h2 id="early">[[The room is not open yet]]</h2><p class="when">[[It opens at]] {{FROM}}</p><p>[[Come back to this page then. The link stays the same.]]</p></section>{{/EARLY}}
{{#OVER}}<section class="next" aria-labelledby="over"><h2 id="over">[[This link does not work any more]]</h2><p>[[The visit is over, was cancelled or was moved. Your visits say which.]]</p><p><a class="btn" href="/portal/visits">[[All my visits]]</a></p></section>{{/OVER}}
{{#NO_VIDEO}}<section class="next" aria-labelledby="none"><h2 id="none">[[We call you]]</h2><p>[[Video does not work here at the moment. We call you at the time of your visit.]]</p></section>{{/NO_VIDEO}}
{{#WAITING}}<section class="next" aria-labelledby="again"><h2 id="again">[[We know you are waiting.]]</h2><div class="btns one"><a class="btn primary" href="/portal/visits/{{ID}}/video/room">[[Back to your video room]]</a></div><p>[[You are somewhere else now? Then tell us below.]]</p></section>{{/WAITING}}
{{#OPEN}}<form class="panel" action="/portal/visits/{{ID}}/video" method="post">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">{{>VERSION}}
{{>STATE}}{{>ADDRESS}}{{>EMERGENCY}}{{>CALLBACK}}
{{#ASK_TELEHEALTH}}{{>TELEHEALTH}}{{/ASK_TELEHEALTH}}{{#ASK_TREATMENT}}{{>TREATMENT}}{{/ASK_TREATMENT}}{{#ASK_PRIVACY}}{{>PRIVACY}}{{/ASK_PRIVACY}}{{#ASK_TEXT}}{{>TEXT}}{{/ASK_TEXT}}
<div class="btns one"><button class="btn primary" type="submit"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#video"></use></svg>[[Go to the waiting room]]</button></div>
</form>{{/OPEN}}
<ul class="todo"><li><a href="/portal/device"><span class="k appt"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#monitor-smartphone"></use></svg></span><b>[[Test my device]]</b><span class="sub">[[Camera, microphone and connection]]</span><svg class="i chev" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-right"></use></svg></a></li></ul>
