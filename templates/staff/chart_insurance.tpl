{{%AUTOESCAPE context="HTML"}}
<h2 class="vh">Insurance</h2>
<div class="stack">
<section class="card" aria-labelledby="policies"><header><h2 id="policies">Policies</h2>{{#MAY_ADD}}<a class="btn sm more" href="/patients/{{ID}}/insurance/new"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#plus"></use></svg>Add policy</a>{{/MAY_ADD}}</header>
{{#POLICIES}}<div class="scroll"><table class="t list fold"><caption class="vh">Policies in the order they pay</caption>
<thead><tr><th scope="col">Order</th><th scope="col">Plan</th><th scope="col">Member ID</th><th scope="col">Covers</th><th scope="col">Whose</th><th scope="col">Today</th></tr></thead>
<tbody>{{#POLICY}}<tr><td>{{RANK}}</td><td data-label="Plan"><a class="nm" href="/insurance/policies/{{ID}}">{{NAME}}</a></td><td class="num" data-label="Member ID">{{MEMBER}}</td><td data-label="Covers">{{DATES}}</td><td data-label="Whose">{{WHOSE}}</td><td data-label="Today">{{#STANDING}}<span class="tag {{TONE}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg>{{TEXT}}</span>{{/STANDING}}</td></tr>
{{/POLICY}}</tbody></table></div>{{/POLICIES}}{{>NO_POLICY}}</section>
{{>GRANTS}}<section class="card" aria-labelledby="checks"><header><h2 id="checks">Checks</h2></header>
{{#CHECKS}}<div class="scroll"><table class="t fold"><caption class="vh">Checks, newest first</caption>
<thead><tr><th scope="col">When</th><th scope="col">Policy</th><th scope="col">For a visit on</th><th scope="col">How</th><th scope="col">Who</th><th scope="col">Result</th></tr></thead>
<tbody>{{#CHECK}}<tr><td class="num">{{WHEN}}</td><td data-label="Policy">{{POLICY}}</td><td class="num" data-label="For">{{FOR}}</td><td data-label="How">{{HOW}}</td><td data-label="Who">{{WHO}}</td><td data-label="Result"><span class="tag {{TONE}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg>{{STATE}}</span>{{#NOTE}}<span class="sub">{{TEXT}}</span>{{/NOTE}}</td></tr>
{{/CHECK}}</tbody></table></div>{{/CHECKS}}{{>NO_CHECK}}</section>
</div>
