{{%AUTOESCAPE context="HTML"}}
<h2 class="vh">Who looked at this chart</h2>
<section class="card" aria-labelledby="looks"><header><h2 id="looks">Who looked at this chart</h2></header>
{{#LOOKS}}<div class="scroll"><table class="t fold"><caption class="vh">Looks, newest first</caption>
<thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">Where it was seen</th><th scope="col">From</th></tr></thead>
<tbody>{{#LOOK}}<tr><td class="num">{{WHEN}}</td><td data-label="Who">{{WHO}}<span class="sub">{{ROLES}}</span></td><td data-label="What"><span class="code">{{WHAT}}</span>{{#REFUSED}} <span class="tag red">Refused</span>{{/REFUSED}}{{#FAILED}} <span class="tag">Not saved</span>{{/FAILED}}</td><td data-label="Where">{{HOW}}</td><td class="num" data-label="From">{{FROM}}</td></tr>
{{/LOOK}}</tbody></table></div>{{/LOOKS}}
{{>NOTHING}}
{{#OLDER}}<nav class="pager" aria-label="Pages"><a class="btn sm" rel="next" href="{{URL}}">Older<svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-right"></use></svg></a></nav>{{/OLDER}}
</section>
