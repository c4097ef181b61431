{{%AUTOESCAPE context="HTML"}}
{{! PATIENT, MAY_ADD, AUTHS, NO_AUTH, AUTH rows (OPENS (URL), PLAIN, NUMBER FOR SPAN USED TONE ICON STATE), REFERRALS, NO_REFERRAL, REFERRAL rows (OPENS (URL), PLAIN, FROM_WHOM NUMBER FOR SPAN USED TONE ICON STATE). }}
<section class="card" id="grants" aria-labelledby="auths"><header><h2 id="auths">Authorizations</h2>{{#MAY_ADD}}<a class="btn sm more" href="/patients/{{PATIENT}}/authorizations/new"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#plus"></use></svg>Add authorization</a>{{/MAY_ADD}}</header>
{{#NO_AUTH}}<div class="empty"><b>None recorded.</b><p>What a payer agreed to stands here, with how much of it is used.</p></div>{{/NO_AUTH}}
{{#AUTHS}}<div class="scroll"><table class="t list fold"><caption class="vh">Authorizations, the latest first</caption>
<thead><tr><th scope="col">Number</th><th scope="col">For</th><th scope="col">Valid</th><th scope="col">Visits</th><th scope="col">Status</th></tr></thead><tbody>{{/AUTHS}}
{{#AUTH}}<tr><td class="num">{{#OPENS}}<a class="nm" href="{{URL}}">{{NUMBER}}</a>{{/OPENS}}{{#PLAIN}}{{NUMBER}}{{/PLAIN}}</td><td data-label="For">{{FOR}}</td><td class="num" data-label="Valid">{{SPAN}}</td><td class="num" data-label="Visits">{{USED}}</td><td data-label="Status"><span class="tag {{TONE}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg>{{STATE}}</span></td></tr>
{{/AUTH}}{{#AUTHS}}</tbody></table></div>{{/AUTHS}}</section>
<section class="card" aria-labelledby="refs"><header><h2 id="refs">Referrals to us</h2>{{#MAY_ADD}}<a class="btn sm more" href="/patients/{{PATIENT}}/referrals-in/new"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#plus"></use></svg>Add referral</a>{{/MAY_ADD}}</header>
{{#NO_REFERRAL}}<div class="empty"><b>None recorded.</b></div>{{/NO_REFERRAL}}
{{#REFERRALS}}<div class="scroll"><table class="t list fold"><caption class="vh">Referrals, the latest first</caption>
<thead><tr><th scope="col">From</th><th scope="col">Number</th><th scope="col">For</th><th scope="col">Valid</th><th scope="col">Visits</th><th scope="col">Status</th></tr></thead><tbody>{{/REFERRALS}}
{{#REFERRAL}}<tr><td>{{#OPENS}}<a class="nm" href="{{URL}}">{{FROM_WHOM}}</a>{{/OPENS}}{{#PLAIN}}{{FROM_WHOM}}{{/PLAIN}}</td><td class="num" data-label="Number">{{NUMBER}}</td><td data-label="For">{{FOR}}</td><td class="num" data-label="Valid">{{SPAN}}</td><td class="num" data-label="Visits">{{USED}}</td><td data-label="Status"><span class="tag {{TONE}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg>{{STATE}}</span></td></tr>
{{/REFERRAL}}{{#REFERRALS}}</tbody></table></div>{{/REFERRALS}}</section>
