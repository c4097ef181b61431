{{%AUTOESCAPE context="HTML"}}
{{! NAME BORN MRN WHAT BACK; PLACE rows (NAME, FREE (ID VERSION ROOM_ID NAME), TAKEN (WHY)); NO_ROOMS. }}
<section class="card ask"><h1>Which room?</h1>
<p><b><bdi>{{NAME}}</bdi></b>, born {{BORN}}, MRN {{MRN}} · {{WHAT}}</p>
{{#NO_ROOMS}}<div class="note mt"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#info"></use></svg><div>No room of the kind this visit needs is free now.</div></div>{{/NO_ROOMS}}
<ul class="rows two mt">{{#PLACE}}<li><div><b>{{NAME}}</b>{{#TAKEN}}<p class="sub">{{WHY}}</p>{{/TAKEN}}{{#FREE}}<p class="sub">Free</p>{{/FREE}}</div>{{#FREE}}<form class="inline" method="post" action="/flow/{{ID}}/step"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><input type="hidden" name="version" value="{{VERSION}}"><input type="hidden" name="act" value="room"><input type="hidden" name="room" value="{{ROOM_ID}}"><button class="btn" type="submit">Bring to {{NAME}}</button></form>{{/FREE}}</li>{{/PLACE}}</ul>
<p class="form-actions"><a class="btn quiet" href="{{BACK}}">Back to the board</a></p></section>
