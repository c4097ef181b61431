{{%AUTOESCAPE context="HTML"}}
<h1>[[Hello,]] <bdi>{{CALLED}}</bdi></h1>
{{#OFFERED}}<p class="panel"><b>[[An earlier time is open]]</b><br><a href="/portal/offers">[[Look at it and answer]]</a></p>{{/OFFERED}}
{{#VISIT}}<section class="next" aria-labelledby="next">
<div><h2 id="next" class="muted">[[Your next visit]]</h2><p class="when"><a href="/portal/visits/{{ID}}"><time datetime="{{ISO}}">{{WHEN}}</time></a></p>
{{#TAG}}<span class="tag {{TONE}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg>{{TEXT}}</span>{{/TAG}}</div>
<div class="line"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#user-round"></use></svg><div><b>{{PROVIDER}}</b><div class="sub">{{TYPE}}, {{MINUTES}} [[minutes]]. {{#INTERPRETER}}[[We plan for an interpreter.]]{{/INTERPRETER}}</div></div></div>
{{#PLACE}}<div class="line"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#map-pin"></use></svg><div>{{SITE}}<div class="sub">{{ADDRESS}}</div></div></div>
{{/PLACE}}{{#MODE}}<div class="line"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#monitor-smartphone"></use></svg><div>{{TEXT}}</div></div>
{{/MODE}}{{#FALLBACK}}<div class="line"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#phone"></use></svg><div>[[If video fails, we call you at]] <b>{{NUMBER}}</b></div></div>
{{/FALLBACK}}{{#ASKED}}<div class="line"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#phone"></use></svg><div>[[You asked for another time. We will call you.]]</div></div>
{{/ASKED}}<div class="btns">
{{#VIDEO}}<a class="btn wide{{#FIRST}} primary{{/FIRST}}" href="/portal/visits/{{ID}}/video"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#video"></use></svg>[[Join by video]]</a>
<a class="btn wide" href="/portal/device">[[Test my device]]</a>
{{/VIDEO}}{{#MAY_COME}}<a class="btn primary wide" href="/portal/visits/{{ID}}/here"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#map-pin"></use></svg>[[I am here]]</a>
{{/MAY_COME}}{{#MAY_CONFIRM}}<form class="wide" action="/portal/visits/{{ID}}/confirm" method="post"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><input type="hidden" name="version" value="{{VERSION}}"><button class="btn primary" type="submit"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#check"></use></svg>[[Confirm I am coming]]</button></form>
{{/MAY_CONFIRM}}{{#MAY_CHANGE}}<a class="btn" href="/portal/visits/{{ID}}/change">[[Change]]</a>
{{/MAY_CHANGE}}{{#MAY_CANCEL}}<a class="btn" href="/portal/visits/{{ID}}/cancel">[[Cancel]]</a>
{{/MAY_CANCEL}}</div>
</section>{{/VISIT}}
{{#NONE}}<section class="next" aria-labelledby="next"><h2 id="next">[[You have no visits booked.]]</h2><p>[[Book one here, or call us.]]</p></section>{{/NONE}}
<ul class="todo">
{{#ALSO}}<li><a href="/portal/visits/{{ID}}/{{#HERE}}here{{/HERE}}{{#JOIN}}video{{/JOIN}}"><span class="k appt"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#map-pin"></use></svg></span><b>{{#HERE}}[[I am here]]{{/HERE}}{{#JOIN}}[[Join by video]]{{/JOIN}}</b><span class="sub">{{WHEN}}</span><svg class="i chev" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-right"></use></svg></a></li>
{{/ALSO}}<li><a href="/portal/book/reason"><span class="k appt"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#calendar-plus"></use></svg></span><b>[[Book a visit]]</b><span class="sub">[[Choose a time that suits you]]</span><svg class="i chev" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-right"></use></svg></a></li>
<li><a href="/portal/visits"><span class="k appt"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#calendar-days"></use></svg></span><b>[[All my visits]]</b><span class="sub">{{#COMING}}[[To come]]: {{N}}{{/COMING}}{{#NO_COMING}}[[To come and past]]{{/NO_COMING}}</span><svg class="i chev" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-right"></use></svg></a></li>
<li><a href="/portal/me"><span class="k msg"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#user-round"></use></svg></span><b>[[My details]]</b><span class="sub">[[Phone, email and address we have for you]]</span><svg class="i chev" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-right"></use></svg></a></li>
</ul>
