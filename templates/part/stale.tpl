{{%AUTOESCAPE context="HTML"}}
{{! Somebody saved first (409): WHO WHEN, ACTION (url), VERSION (the stored one now), FIELD rows (NAME LABEL, MINE THEIRS as the form posts them, MINE_TEXT THEIRS_TEXT as people read them, TAKE_MINE or TAKE_THEIRS for the one that is ticked), KEEP rows (NAME VALUE) (fields on which both agree), BACK (url). The answer posts each field once. }}
<section class="card">
<div class="body">
<h1>[[This was changed while you were editing]]</h1>
<p class="mt" data-why><b>{{WHO}}</b> [[changed it]] {{WHEN}}. [[Nothing of yours is saved yet. Choose what to keep for each field.]]</p>
</div>
<form action="{{ACTION}}" method="post">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
<input type="hidden" name="version" value="{{VERSION}}">
{{#KEEP}}<input type="hidden" name="{{NAME}}" value="{{VALUE}}">
{{/KEEP}}<table class="t stale fold">
<caption class="vh">[[Differences]]</caption>
<thead><tr><th scope="col">[[Field]]</th><th scope="col">[[Keep mine]]</th><th scope="col">[[Take theirs]]</th></tr></thead>
<tbody>
{{#FIELD}}<tr><th scope="row">{{LABEL}}</th>
<td><label><input type="radio" name="{{NAME}}" value="{{MINE}}"{{#TAKE_MINE}} checked{{/TAKE_MINE}}><span><span class="sub">[[Mine]]</span>{{MINE_TEXT}}</span></label></td>
<td><label><input type="radio" name="{{NAME}}" value="{{THEIRS}}"{{#TAKE_THEIRS}} checked{{/TAKE_THEIRS}}><span><span class="sub">[[Theirs]]</span>{{THEIRS_TEXT}}</span></label></td></tr>
{{/FIELD}}</tbody>
</table>
<p class="form-actions pad"><button class="btn primary" type="submit">[[Save these choices]]</button><a class="btn quiet" href="{{BACK}}">[[Leave as it is]]</a></p>
</form>
</section>
