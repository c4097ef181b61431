{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; BACK; WHAT WORDS PROVIDER DATE LAST START END SITE (fields). }}
<div class="page-head"><div><h1>Block time</h1><p class="sub">Nothing is offered or booked then. Visits already booked stay, and are listed.</p></div></div>
{{>ERRORS}}
<form class="card" method="post" action="/calendar/blocks"><div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>SITE}}
{{>PROVIDER}}
<div class="pair">{{>DATE}}
{{>LAST}}</div>
<div class="pair">{{>START}}
{{>END}}</div>
{{>WHAT}}
{{>WORDS}}
<p class="form-actions"><button class="btn primary" type="submit">Block time</button><a class="btn quiet" href="{{BACK}}">Cancel</a></p>
</div></form>
