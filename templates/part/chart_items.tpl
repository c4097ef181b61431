{{%AUTOESCAPE context="HTML"}}
{{! Items of one patient: ITEM rows (ID KIND CLASS KIND_ICON TITLE, SUB (TEXT), DUE, LATE (TEXT), TONE ICON STATE, OWNER (NAME INITIALS) or TEAM (NAME) or NOBODY). }}
<div class="scroll"><table class="t list fold">
<caption class="vh">Open items of this patient</caption>
<thead><tr><th scope="col">What to do</th><th scope="col">Due</th><th scope="col">Status</th><th scope="col">Owner</th></tr></thead>
<tbody>
{{#ITEM}}<tr><td><div class="what"><span class="k {{CLASS}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{KIND_ICON}}"></use></svg><span class="vh">{{KIND}}</span></span><a href="/items/{{ID}}">{{TITLE}}</a>{{#SUB}}<span class="sub">{{TEXT}}</span>{{/SUB}}</div></td>
<td data-label="Due">{{#LATE}}<span class="due late">{{TEXT}}</span>{{/LATE}}<span class="{{#LATE}}sub {{/LATE}}num">{{DUE}}</span></td>
<td data-label="Status"><span class="tag {{TONE}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg>{{STATE}}</span></td>
<td data-label="Owner">{{#OWNER}}<span class="avatar" title="{{NAME}}"><span aria-hidden="true">{{INITIALS}}</span><span class="vh">{{NAME}}</span></span>{{/OWNER}}{{#TEAM}}<span class="tag">{{NAME}}</span>{{/TEAM}}{{#NOBODY}}<span class="avatar none" title="Unassigned"><span aria-hidden="true">–</span><span class="vh">Unassigned</span></span>{{/NOBODY}}</td></tr>
{{/ITEM}}</tbody></table></div>
