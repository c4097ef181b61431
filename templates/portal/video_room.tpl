{{%AUTOESCAPE context="HTML"}}
{{! The link to the room: ID URL HOST PROVIDER CALLBACK. }}
<a class="back" href="/portal/visits/{{ID}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#arrow-left"></use></svg>[[Back]]</a>
<h1>[[Your video room]]</h1>
<section class="next" aria-label="[[Your video room]]">
<p class="when">[[We know you are waiting.]]</p>
<p>{{PROVIDER}}</p>
<p>[[The room is at]] <b>{{HOST}}</b>. [[Allow camera and microphone when your browser asks.]]</p>
<div class="btns one"><a class="btn primary" href="{{URL}}" rel="noreferrer"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#video"></use></svg>[[Open the video room]]</a></div>
<div class="line"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#phone"></use></svg><div>[[If video fails, we call you at]] <b>{{CALLBACK}}</b></div></div>
</section>
<p class="sub">[[Do not give this link to anybody: it is for you alone.]]</p>
