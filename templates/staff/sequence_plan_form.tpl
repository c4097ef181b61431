{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; TITLE ACTION, STALE, OLD; NAME STATE VERSION TYPE1 WITH1 NEEDED1 TYPE2 WITH2 LOW2 HIGH2 UNIT2 NEEDED2 TYPE3 WITH3 LOW3 HIGH3 UNIT3 NEEDED3 TYPE4 WITH4 LOW4 HIGH4 UNIT4 NEEDED4 TYPE5 WITH5 LOW5 HIGH5 UNIT5 NEEDED5 (fields). }}
<div class="page-head"><div><h1>{{TITLE}}</h1><p class="sub">Visits that are booked together, in this order, with a gap between each and the one before it.</p></div></div>
{{>ERRORS}}
{{#STALE}}<div class="note red" role="alert"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#circle-alert"></use></svg><div data-why>Somebody else saved this sequence meanwhile. Nothing of yours is saved yet: look it over and save again.</div></div>
{{/STALE}}<form class="card" method="post" action="{{ACTION}}"><div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>NAME}}
<fieldset class="group"><legend>First step</legend>
<div class="pair">{{>TYPE1}}
{{>WITH1}}</div>
{{>NEEDED1}}</fieldset>
<fieldset class="group"><legend>Second step</legend>
<div class="pair">{{>TYPE2}}
{{>WITH2}}</div>
<div class="pair">{{>LOW2}}
{{>HIGH2}}</div>
{{>UNIT2}}
{{>NEEDED2}}</fieldset>
<fieldset class="group"><legend>Third step (if there is one)</legend>
<div class="pair">{{>TYPE3}}
{{>WITH3}}</div>
<div class="pair">{{>LOW3}}
{{>HIGH3}}</div>
{{>UNIT3}}
{{>NEEDED3}}</fieldset>
<fieldset class="group"><legend>Fourth step (if there is one)</legend>
<div class="pair">{{>TYPE4}}
{{>WITH4}}</div>
<div class="pair">{{>LOW4}}
{{>HIGH4}}</div>
{{>UNIT4}}
{{>NEEDED4}}</fieldset>
<fieldset class="group"><legend>Fifth step (if there is one)</legend>
<div class="pair">{{>TYPE5}}
{{>WITH5}}</div>
<div class="pair">{{>LOW5}}
{{>HIGH5}}</div>
{{>UNIT5}}
{{>NEEDED5}}</fieldset>
{{#OLD}}{{>STATE}}
{{>VERSION}}{{/OLD}}
<p class="form-actions"><button class="btn primary" type="submit">Save sequence</button><a class="btn quiet" href="/admin/sequences">Cancel</a></p>
</div></form>
