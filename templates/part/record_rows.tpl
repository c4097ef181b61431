{{%AUTOESCAPE context="HTML"}}
{{! Imported records: CAPTION, MIDDLE (head of the second column), ROW rows (URL TEXT, SUB (TEXT), VALUE, MORE (URL), FLAG (TONE TEXT), STATUS (TONE TEXT), WHEN). }}
<div class="scroll"><table class="t list fold wrap">
<caption class="vh">{{CAPTION}}</caption>
<thead><tr><th scope="col">What</th><th scope="col">{{MIDDLE}}</th><th scope="col">Status</th><th scope="col">When</th></tr></thead>
<tbody>
{{#ROW}}<tr><td><a class="nm" href="{{URL}}"><bdi>{{TEXT}}</bdi></a>{{#SUB}}<span class="sub">{{TEXT}}</span>{{/SUB}}</td>
<td data-label="{{MIDDLE}}">{{VALUE}}{{#FLAG}} <span class="tag {{TONE}}">{{TEXT}}</span>{{/FLAG}}{{#MORE}} <a class="sub" href="{{URL}}">All values</a>{{/MORE}}</td>
<td data-label="Status">{{#STATUS}}<span class="tag {{TONE}}">{{TEXT}}</span>{{/STATUS}}</td>
<td data-label="When" class="num">{{WHEN}}</td></tr>
{{/ROW}}</tbody></table></div>
