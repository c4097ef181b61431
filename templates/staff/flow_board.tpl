{{%AUTOESCAPE context="HTML"}}
{{! What is renewed by the timer: COUNT rows (URL N LABEL, ON); PLACE rows (NAME, FREE, IN rows (ID NAME BORN SINCE LONG)), NO_ROOMS; UPDATED UPDATED_ISO RELOAD; COLUMN rows (CODE, SECTION or FOLDED (CODE LABEL N, NOBODY, ROWS include)). }}
<nav class="card flow states mt" aria-label="Visits by state">{{#COUNT}}<a href="{{URL}}"{{#ON}} aria-current="true"{{/ON}}><b>{{N}}</b> {{LABEL}}</a>{{/COUNT}}</nav>
<section class="card mt" aria-labelledby="rooms"><header><h2 id="rooms">Rooms</h2><p class="more sub">Updated <time datetime="{{UPDATED_ISO}}">{{UPDATED}}</time> · <a href="{{RELOAD}}" data-reload>Reload board</a></p></header>
{{#NO_ROOMS}}<p class="empty">No room is set up for this site.</p>{{/NO_ROOMS}}
<ul class="places">{{#PLACE}}<li{{#FREE}} class="free"{{/FREE}}><b>{{NAME}}</b>{{#FREE}}<span class="sub">Free</span>{{/FREE}}{{#IN}}<a href="/appointments/{{ID}}"><bdi>{{NAME}}</bdi></a><span class="sub">{{BORN}}<br>since {{SINCE}}, {{LONG}}</span>{{/IN}}</li>{{/PLACE}}</ul></section>
{{#COLUMN}}<div class="mt" id="col-{{CODE}}">{{#SECTION}}<section class="card" aria-labelledby="h-{{CODE}}"><header><h2 id="h-{{CODE}}">{{LABEL}}</h2><span class="c" data-n>{{N}}</span>{{#NOBODY}}<p class="more sub">Nobody.</p>{{/NOBODY}}</header>{{>ROWS}}</section>{{/SECTION}}{{#FOLDED}}<details class="card"><summary><b>{{LABEL}}</b> <span class="c" data-n>{{N}}</span></summary>
{{#NOBODY}}<p class="none sub">Nobody.</p>{{/NOBODY}}{{>ROWS}}</details>{{/FOLDED}}</div>
{{/COLUMN}}
