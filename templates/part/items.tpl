{{%AUTOESCAPE context="HTML"}}
{{! The table of open items with its bulk bar: CAPTION, BACK (the list as one word), TODAY (ISO), BULK (shown with open items), GIVE (may give to others), TO rows (VALUE LABEL); GROUP rows: HEAD (LABEL ICON N, LATE, NOTE (TEXT)) and ROW rows (ID DUE UNDER TITLE WHOM SUB KIND KIND_CLASS KIND_ICON, LATE, URGENT, NAMESAKE, TICK, NO_TICK, PATIENT (ID NAME BORN MRN, CALLED (TEXT)), NO_PATIENT, TAG (TONE ICON TEXT), OWNER (NAME INITIALS), NOBODY, TEAM, ACT (URL LABEL ICON)); PAGER (SHOWN TOTAL, PREV (URL), NEXT (URL)). }}
<form method="post" action="/items/bulk">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
<input type="hidden" name="back" value="{{BACK}}">
{{#BULK}}<div class="bulk">
<span><span data-count="">0</span> selected</span>
<label class="vh" for="bulk-owner">Assign to</label><select id="bulk-owner" name="owner">{{#TO}}<option value="{{VALUE}}">{{LABEL}}</option>{{/TO}}</select>
<button class="btn sm" type="submit" name="do" value="assign">Assign</button>
<label class="vh" for="bulk-due">Due date</label><input id="bulk-due" type="date" name="due" min="{{TODAY}}">
<button class="btn sm" type="submit" name="do" value="due">Set due date</button>
<label class="vh" for="bulk-note">What was done</label><input id="bulk-note" name="note" type="text" maxlength="400" placeholder="What was done">
<button class="btn sm" type="submit" name="do" value="done"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#check"></use></svg>Mark done</button>
</div>{{/BULK}}
<div class="scroll"><table class="t wl"><caption class="vh">{{CAPTION}}</caption>
<thead><tr><th class="fix-cb"><input type="checkbox" aria-label="Select all"></th><th scope="col" class="fix-due">Due</th><th scope="col" class="fix-pt">Patient</th><th scope="col">What to do</th><th scope="col" class="fix-st">Status</th><th scope="col" class="fix-own">Owner</th><th scope="col" class="fix-act"><span class="vh">Action</span></th></tr></thead>
{{#GROUP}}<tbody>
{{#HEAD}}<tr class="grp{{#LATE}} late{{/LATE}}"><th colspan="7" scope="rowgroup"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg> {{LABEL}} · {{N}}{{#NOTE}}<small>{{TEXT}}</small>{{/NOTE}}</th></tr>
{{/HEAD}}{{#ROW}}<tr>
<td class="fix-cb">{{#TICK}}<input type="checkbox" name="item" value="{{ID}}" aria-label="Select: {{TITLE}}, {{WHOM}}">{{/TICK}}{{#NO_TICK}}<span class="vh">Not yours to change</span>{{/NO_TICK}}</td>
<td class="fix-due"><span class="due{{#LATE}} late{{/LATE}}">{{DUE}}</span><span class="sub num">{{UNDER}}</span></td>
<td class="fix-pt">{{#PATIENT}}<a class="nm" href="/patients/{{ID}}"><bdi>{{NAME}}</bdi>{{#CALLED}} “{{TEXT}}”{{/CALLED}}</a><span class="sub num">{{BORN}} · {{MRN}}</span>{{/PATIENT}}{{#NO_PATIENT}}<span class="sub">No patient</span>{{/NO_PATIENT}}{{#NAMESAKE}}<span class="tag amber"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#users"></use></svg>Same name</span>{{/NAMESAKE}}</td>
<td class="do"><div class="what"><span class="k {{KIND_CLASS}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{KIND_ICON}}"></use></svg><span class="vh">{{KIND}}</span></span><a href="/items/{{ID}}">{{#URGENT}}<span class="vh">Urgent: </span>{{/URGENT}}{{TITLE}}</a><span class="sub">{{SUB}}</span></div></td>
<td class="fix-st">{{#TAG}}<span class="tag {{TONE}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg>{{TEXT}}</span>{{/TAG}}</td>
<td class="fix-own">{{#OWNER}}<span class="avatar" title="{{NAME}}"><span aria-hidden="true">{{INITIALS}}</span><span class="vh">{{NAME}}</span></span>{{/OWNER}}{{#NOBODY}}<span class="avatar none" title="Unassigned, {{TEAM}}"><span aria-hidden="true">–</span><span class="vh">Unassigned {{TEAM}}</span></span>{{/NOBODY}}</td>
<td class="act">{{#ACT}}<a class="btn sm" href="{{URL}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg>{{LABEL}}<span class="vh">: {{WHOM}}, {{TITLE}}</span></a>{{/ACT}}</td>
</tr>
{{/ROW}}</tbody>{{/GROUP}}
</table></div>
</form>
{{#PAGER}}<nav class="pager" aria-label="Pages">
<p>{{SHOWN}} of {{TOTAL}} shown</p>
{{#PREV}}<a class="btn sm" rel="prev" href="{{URL}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-left"></use></svg>Previous</a>{{/PREV}}
{{#NEXT}}<a class="btn sm" rel="next" href="{{URL}}">Next<svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-right"></use></svg></a>{{/NEXT}}
</nav>{{/PAGER}}
