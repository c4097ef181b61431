{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; NAME BACK TO_POST; KIND FIRST LAST START END SITE REASON (fields). }}
<div class="page-head"><div><h1>Leave or another day</h1><p class="sub">{{NAME}}</p></div></div>
{{>ERRORS}}
<form class="card" method="post" action="{{TO_POST}}"><div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>KIND}}
<div class="pair">{{>FIRST}}
{{>LAST}}</div>
<div class="pair">{{>START}}
{{>END}}</div>
{{>SITE}}
{{>REASON}}
<p class="form-actions"><button class="btn primary" type="submit">Save days</button><a class="btn quiet" href="{{BACK}}">Cancel</a></p>
</div></form>
