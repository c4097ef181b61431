{{%AUTOESCAPE context="HTML"}}
{{! Who came: ERRORS; PLACE SITE_ID; SITE FIND (fields); MAY_CREATE; NOBODY; FOUND; PATIENT rows (URL NAME BORN MRN, SAME). }}
<div class="page-head"><div><h1>Walk-in</h1><p class="sub">{{PLACE}} · Who is here?</p></div></div>
{{>ERRORS}}
<form class="card" method="post" action="/flow/walk-in/patient"><div class="body form">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
{{>SITE}}{{>FIND}}
<p class="form-actions"><button class="btn primary" type="submit">Find patient</button>{{#MAY_CREATE}}<a class="btn quiet" href="/patients/new">Register patient</a>{{/MAY_CREATE}}<a class="btn quiet" href="/flow?site={{SITE_ID:u}}">Back to the board</a></p>
</div></form>
{{#NOBODY}}<section class="card mt"><div class="empty"><b>No patient matches.</b><p>Try fewer letters, the date of birth, or register the patient.</p></div></section>{{/NOBODY}}
{{#FOUND}}<section class="card mt" aria-label="Patients found"><div class="scroll"><table class="t list fold"><caption class="vh">Patients found</caption>
<thead><tr><th scope="col">Patient</th><th scope="col">Born</th><th scope="col">MRN</th><th scope="col"><span class="vh">Choose</span></th></tr></thead><tbody>
{{#PATIENT}}<tr><th scope="row"><a class="nm" href="{{URL}}"><bdi>{{NAME}}</bdi></a>{{#SAME}} <span class="tag amber">Same name</span>{{/SAME}}</th><td class="num" data-label="Born">{{BORN}}</td><td class="num" data-label="MRN">{{MRN}}</td><td class="end"><a class="btn sm" href="{{URL}}">Choose<span class="vh">: {{NAME}}, born {{BORN}}</span></a></td></tr>
{{/PATIENT}}</tbody></table></div></section>{{/FOUND}}
