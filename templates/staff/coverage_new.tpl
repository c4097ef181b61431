{{%AUTOESCAPE context="HTML"}}
{{>ERRORS}}
<section class="card" aria-labelledby="add"><header><h2 id="add">Add insurance</h2></header>
<form class="body form" method="post" action="/patients/{{ID}}/insurance"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>PAYER}}<div class="pair">{{>PAYER_NAME}}{{>PAYER_KIND}}</div><div class="pair">{{>PLAN_NAME}}{{>PLAN_KIND}}</div><div class="pair">{{>MEMBER_ID}}{{>GROUP_NO}}</div>
<fieldset class="group"><legend>Policy holder</legend>{{>RELATIONSHIP}}<div class="pair">{{>SUBSCRIBER_NAME}}{{>SUBSCRIBER_BIRTH}}</div></fieldset>
<fieldset class="group"><legend>Dates and order</legend><div class="pair">{{>START}}{{>END}}</div>{{>RANK}}{{>RANK_REASON}}</fieldset>
<fieldset class="group"><legend>From the card</legend><div class="pair">{{>COPAY}}{{>AUTH_PHONE}}</div><div class="pair">{{>RX_BIN}}{{>RX_PCN}}{{>RX_GROUP}}</div>{{>NOTE}}</fieldset>
<p class="form-actions"><button class="btn primary" type="submit">Add policy</button><a class="btn quiet" href="/patients/{{ID}}/insurance">Cancel</a></p></form></section>
