{{%AUTOESCAPE context="HTML"}}
<a class="back" href="/portal/visits"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#arrow-left"></use></svg>[[Back]]</a>
<h1>[[Your visit]]</h1>
{{#VISIT}}<section class="next" aria-label="[[Your visit]]">
<div><p class="when"><time datetime="{{ISO}}">{{WHEN}}</time></p>
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
{{#PREPS}}<div><h2>[[How to prepare]]</h2><ul class="plain">{{#PREP}}<li class="mt"><p><b>{{TITLE}}</b>{{#DONE}} <span class="tag green"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#check"></use></svg>[[Done]]</span>{{/DONE}}</p><p class="pre">{{TEXT:p}}</p></li>{{/PREP}}</ul></div>{{/PREPS}}
{{#PREPARATION}}<div><h2>[[Before you come]]</h2><p class="pre">{{TEXT:p}}</p></div>{{/PREPARATION}}
{{#DIRECTIONS}}<div><h2>[[How to get here]]</h2><p class="pre">{{TEXT:p}}</p></div>{{/DIRECTIONS}}
</section>
{{#COMING}}<ul class="todo"><li><a href="/portal/visits/{{ID}}/visit.ics"><span class="k appt"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#download"></use></svg></span><b>[[Add to my calendar]]</b><span class="sub">[[A file your phone or computer can open]]</span><svg class="i chev" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-right"></use></svg></a></li></ul>{{/COMING}}{{#GONE}}<ul class="todo"><li><a href="/portal/visits/{{ID}}/visit.ics"><span class="k appt"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#calendar-x"></use></svg></span><b>[[Take it off my calendar]]</b><span class="sub">[[A file that removes it from your phone or computer]]</span><svg class="i chev" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-right"></use></svg></a></li></ul>{{/GONE}}{{/VISIT}}
