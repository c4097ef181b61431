{{%AUTOESCAPE context="HTML"}}
<div class="page-head"><div><h1>Today</h1><p class="sub">{{DAY}} · {{SUMMARY}}</p></div>
<div class="actions"><a class="btn" href="{{PRINT}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#printer"></use></svg>Print list</a>{{#MAY_ADD}}<a class="btn primary" href="/followups/new"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#plus"></use></svg>New follow-up</a>{{/MAY_ADD}}</div></div>
<div class="cols">
<section class="card" aria-labelledby="wl"><h2 class="vh" id="wl">Open items</h2>
<nav class="queues" aria-label="Queues">{{#TAB}}<a href="{{URL}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{LABEL}} <span class="c">{{N}}</span></a>{{/TAB}}</nav>
<form class="filters" method="get" action="/today"><input type="hidden" name="queue" value="{{QUEUE}}">
<label for="owner">Owner</label><select id="owner" name="owner">{{#WHO}}<option value="{{VALUE}}"{{#ON}} selected{{/ON}}>{{LABEL}}</option>{{/WHO}}</select>
<label for="when">Due</label><select id="when" name="when">{{#WHEN}}<option value="{{VALUE}}"{{#ON}} selected{{/ON}}>{{LABEL}}</option>{{/WHEN}}</select>
<label for="sort">Sort</label><select id="sort" name="sort">{{#SORT}}<option value="{{VALUE}}"{{#ON}} selected{{/ON}}>{{LABEL}}</option>{{/SORT}}</select>
<button class="btn sm" type="submit">Apply</button>
<span class="end">updated <time datetime="{{UPDATED_ISO}}">{{UPDATED}}</time></span></form>
{{>EMPTY}}{{>ITEMS}}</section>
<aside class="stack" aria-label="The clinic today">
{{#NOW}}<section class="card" aria-labelledby="now"><header><h2 id="now">Clinic now</h2><a class="more" href="/calendar">Calendar</a></header>
<div class="flow">{{#FLOW}}<div><b>{{N}}</b>{{LABEL}}</div>{{/FLOW}}</div>
{{#NO_VISITS}}<p class="empty">Nobody is here, and nobody comes any more today.</p>{{/NO_VISITS}}
<ul class="rows">{{#VISIT}}<li><time datetime="{{ISO}}">{{TIME}}</time><div><a href="/appointments/{{ID}}"><bdi>{{NAME}}</bdi></a><div class="sub">{{WITH}}{{#READY}} <span class="tag {{TONE}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg>{{TEXT}}</span>{{/READY}}</div></div><span class="tag {{TONE}}">{{STATE}}</span></li>{{/VISIT}}</ul></section>{{/NOW}}
<section class="card" aria-labelledby="att"><header><h2 id="att">Needs attention</h2></header>
{{#CALM}}<p class="empty">Nothing at the moment.</p>{{/CALM}}
<ul class="notes">{{#NOTICE}}<li{{#RED}} class="red"{{/RED}}><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg><div><a href="{{URL}}">{{LINK}}</a> {{REST}}</div></li>{{/NOTICE}}</ul></section>
<section class="card" aria-labelledby="wait"><header><h2 id="wait">Waiting on others</h2><a class="more" href="/today?owner=all&amp;when=waiting">All</a></header>
{{#NO_WAIT}}<p class="empty">Nothing lies with others.</p>{{/NO_WAIT}}
<ul class="rows two">{{#WAIT}}<li><div>{{ON}}<div class="sub">{{WHAT}}</div></div><span class="sub">{{SINCE}}</span></li>{{/WAIT}}</ul></section>
</aside></div>
