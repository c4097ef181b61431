{{%AUTOESCAPE context="HTML"}}
{{! What a search found: TITLE; SPOKEN (TITLE) in an answer to a script: told by the page's live region; GUESSES (Q, GUESS rows (TEXT)); ROWS include, EMPTY include; NEXT (Q PROBE AFTER). }}
<section class="card" aria-labelledby="found"><header><h2 id="found">{{TITLE}}</h2></header>
{{#GUESSES}}<div class="body"><div class="note"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#info"></use></svg><div><b>No patient matches “{{Q}}”.</b> Did you mean
{{#GUESS}}<form class="inline" action="/search" method="post"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><input type="hidden" name="q" value="{{TEXT}}"><button class="btn sm" type="submit">{{TEXT}}</button></form>
{{/GUESS}} These are the closest spellings.</div></div></div>{{/GUESSES}}
{{>ROWS}}{{>EMPTY}}
{{#NEXT}}<form class="pager" action="/search" method="post"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><input type="hidden" name="q" value="{{Q}}"><input type="hidden" name="probe" value="{{PROBE}}"><input type="hidden" name="after" value="{{AFTER}}"><p>There are more. A second word, the birth date or the phone narrows it down.</p><button class="btn sm" type="submit">Next 50<svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-right"></use></svg></button></form>{{/NEXT}}
</section>
{{#SPOKEN}}<p id="live" hx-swap-oob="innerHTML">{{TITLE}}</p>{{/SPOKEN}}
