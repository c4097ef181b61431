{{%AUTOESCAPE context="HTML"}}
<div class="page-head"><h1>New follow-up</h1></div>
<section class="card"><div class="body form">
<h2>For which patient?</h2>
<p class="mt">Find the patient, open the chart and choose “New follow-up” there.</p>
<form class="inline" role="search" method="post" action="/search"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><div class="field"><label for="whom">Name, date of birth, MRN or phone</label><input id="whom" name="q" type="search" autocomplete="off" maxlength="100"></div>
<p class="form-actions"><button class="btn primary" type="submit">Find patient</button><a class="btn quiet" href="/followups">Cancel</a></p></form></div></section>
