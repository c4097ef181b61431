{{%AUTOESCAPE context="HTML"}}
<div class="page-head"><h1>Change several items</h1></div>
{{>ERRORS}}
<form class="card" method="post" action="/items/bulk"><div class="body form"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><input type="hidden" name="back" value="{{WORD}}">
<fieldset class="group"><legend>Items</legend><div class="choices">{{#CHOSEN}}<label class="choice"><input type="checkbox" name="item" value="{{ID}}" checked><span>{{TITLE}} <span class="sub">{{WHOM}} · {{DUE}}</span></span></label>{{/CHOSEN}}</div></fieldset>
{{>DO}}{{>OWNER}}{{>DUE}}{{>NOTE}}
<p class="form-actions"><button class="btn primary" type="submit">Change these items</button><a class="btn quiet" href="{{WAY}}">Go back to the list</a></p></div></form>
