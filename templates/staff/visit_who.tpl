{{%AUTOESCAPE context="HTML"}}
{{! Who was found: NOBODY; FOUND; PATIENT rows (URL NAME BORN MRN, SAME). }}
{{#NOBODY}}<section class="card mt"><div class="empty"><b>No patient matches.</b><p>Try fewer letters, the date of birth, or register the patient.</p></div></section>{{/NOBODY}}
{{#FOUND}}<section class="card mt" aria-label="Patients found"><div class="scroll"><table class="t list fold"><caption class="vh">Patients found</caption>
<thead><tr><th scope="col">Patient</th><th scope="col">Born</th><th scope="col">MRN</th><th scope="col"><span class="vh">Choose</span></th></tr></thead><tbody>
{{#PATIENT}}<tr><th scope="row"><a class="nm" href="{{URL}}"><bdi>{{NAME}}</bdi></a>{{#SAME}} <span class="tag amber">Same name</span>{{/SAME}}</th><td class="num" data-label="Born">{{BORN}}</td><td class="num" data-label="MRN">{{MRN}}</td><td class="end"><a class="btn sm" href="{{URL}}">Choose<span class="vh">: {{NAME}}, born {{BORN}}</span></a></td></tr>
{{/PATIENT}}</tbody></table></div></section>{{/FOUND}}
