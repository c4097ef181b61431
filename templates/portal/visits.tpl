{{%AUTOESCAPE context="HTML"}}
<h1>[[Visits]]</h1>
<section class="stack" aria-labelledby="coming"><h2 id="coming">[[To come]]</h2>
{{#NONE}}<p class="panel">[[You have no visits booked.]]</p>{{/NONE}}
{{#LIST}}<ul class="todo">{{#VISIT}}<li><a href="/portal/visits/{{ID}}"><span class="k appt"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#calendar-days"></use></svg></span><b><time datetime="{{ISO}}">{{WHEN}}</time></b><span class="sub">{{PROVIDER}}, {{TYPE}}{{#TAG}}<br><span class="tag {{TONE}}">{{TEXT}}</span>{{/TAG}}</span><svg class="i chev" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-right"></use></svg></a></li>
{{/VISIT}}</ul>{{/LIST}}
<div class="btns one"><a class="btn" href="/portal/book/reason">[[Book a visit]]</a></div></section>
{{#PAST_LIST}}<section class="stack" aria-labelledby="past"><h2 id="past">[[Past and cancelled]]</h2>
<ul class="todo">{{#PAST}}<li><a href="/portal/visits/{{ID}}"><span class="k"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#history"></use></svg></span><b><time datetime="{{ISO}}">{{WHEN}}</time></b><span class="sub">{{PROVIDER}}, {{TYPE}}{{#TAG}}<br><span class="tag {{TONE}}">{{TEXT}}</span>{{/TAG}}</span><svg class="i chev" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-right"></use></svg></a></li>
{{/PAST}}</ul>{{#MORE}}<p class="hint">[[Older visits are not listed here. Call us if you need one.]]</p>{{/MORE}}</section>{{/PAST_LIST}}
