{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; NAME BACK ACTION, IS_NEW, IS_OLD, END_ACTION; DAYS or DAY, SITE START END SINCE UNTIL EVERY (fields). }}
<div class="page-head"><div><h1>Weekly hours</h1><p class="sub">{{NAME}}{{#IS_OLD}} · a change holds from its first day on; what was before stays{{/IS_OLD}}</p></div></div>
{{>ERRORS}}
<form class="card" method="post" action="{{ACTION}}"><div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{#IS_NEW}}{{>DAYS}}{{/IS_NEW}}{{#IS_OLD}}{{>DAY}}{{/IS_OLD}}
{{>SITE}}
<div class="pair">{{>START}}
{{>END}}</div>
<div class="pair">{{>SINCE}}
{{>UNTIL}}</div>
{{>EVERY}}
<p class="form-actions"><button class="btn primary" type="submit">Save hours</button><a class="btn quiet" href="{{BACK}}">Cancel</a></p>
</div></form>
{{#IS_OLD}}<form class="card mt" method="post" action="{{END_ACTION}}"><div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
<h2>End these hours</h2>
<div class="field short"><label for="last">Last day</label><input id="last" name="last" type="date"></div>
<p class="form-actions"><button class="btn danger" type="submit">End hours</button></p>
</div></form>{{/IS_OLD}}
