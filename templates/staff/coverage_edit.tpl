{{%AUTOESCAPE context="HTML"}}
{{>ERRORS}}
<section class="card" aria-labelledby="edit"><header><h2 id="edit">Change insurance</h2></header>
<form class="body form" method="post" action="/insurance/policies/{{ID}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">{{>VERSION}}
{{>PAYER}}<div class="pair">{{>PAYER_NAME}}{{>PAYER_KIND}}</div><div class="pair">{{>PLAN_NAME}}{{>PLAN_KIND}}</div><div class="pair">{{>MEMBER_ID}}{{>GROUP_NO}}</div>
<fieldset class="group"><legend>Policy holder</legend>{{>RELATIONSHIP}}<div class="pair">{{>SUBSCRIBER_NAME}}{{>SUBSCRIBER_BIRTH}}</div></fieldset>
<fieldset class="group"><legend>Dates</legend><div class="pair">{{>START}}{{>END}}</div></fieldset>
<fieldset class="group"><legend>From the card</legend><div class="pair">{{>COPAY}}{{>AUTH_PHONE}}</div><div class="pair">{{>RX_BIN}}{{>RX_PCN}}{{>RX_GROUP}}</div>{{>NOTE}}</fieldset>
<p class="form-actions"><button class="btn primary" type="submit">Save policy</button><a class="btn quiet" href="/insurance/policies/{{ID}}">Cancel</a></p></form></section>
