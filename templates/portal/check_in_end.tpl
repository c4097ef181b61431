{{%AUTOESCAPE context="HTML"}}
{{! The end of a way in: SEAT, SEE (the desk has something), DESK (not here), EARLY (WHEN FROM), TOO_EARLY, TRIES. KIOSK: with a button for the next. }}
<section class="next" aria-labelledby="end">
{{#SEAT}}<h1 id="end">[[You are checked in]]</h1><p class="when">[[Please sit down. We call you.]]</p>{{/SEAT}}
{{#SEE}}<h1 id="end">[[You are checked in]]</h1><p class="when">[[Please see the desk. They have a question for you.]]</p>{{/SEE}}
{{#DESK}}<h1 id="end">[[Please go to the desk]]</h1><p class="when">[[They check you in for this visit.]]</p>{{/DESK}}
{{#EARLY}}<h1 id="end">[[You are early]]</h1><p class="when">{{WHEN}}</p><p>[[You can check in from this time on:]] <b>{{FROM}}</b></p>{{/EARLY}}
{{#TOO_EARLY}}<h1 id="end">[[You are early]]</h1><p class="when">[[You can check in from one hour before your visit.]]</p>{{/TOO_EARLY}}
{{#TRIES}}<h1 id="end">[[Please go to the desk]]</h1><p class="when">[[There were too many tries here.]]</p>{{/TRIES}}
</section>
{{#KIOSK}}<form class="btns one" action="/kiosk/start" method="post"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"><button class="btn primary" type="submit" name="lang" value="">[[Done]]</button></form>{{/KIOSK}}
