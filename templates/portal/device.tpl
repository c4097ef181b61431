{{%AUTOESCAPE context="HTML"}}
{{! Does this device do for video: SCRIPT, SERVICE (HOST). Without a script the steps are done by hand; the results stay hidden. }}
<h1>[[Test my device]]</h1>
<p class="lead">[[Before a visit by video: see whether camera, microphone and connection work. Nothing is sent to anybody.]]</p>
<section class="panel" id="device" hidden aria-labelledby="test">
<h2 id="test">[[The test]]</h2>
<div class="btns one"><button class="btn primary" type="button" id="device-start">[[Start the test]]</button></div>
<video id="device-view" playsinline muted hidden aria-label="[[What your camera sees]]"></video>
<div role="status"><ul class="plain device">
<li data-part="camera"><b>[[Camera]]</b> <span data-state="wait">[[Not tested yet]]</span><span data-state="ok" hidden>[[Works]]</span><span data-state="denied" hidden>[[Not allowed. Allow the camera for this page in the settings of your browser, then test again.]]</span><span data-state="none" hidden>[[None found. Connect a camera, or use your phone.]]</span><span data-state="busy" hidden>[[In use by another program. Close other programs with video, then test again.]]</span></li>
<li data-part="microphone"><b>[[Microphone]]</b> <span data-state="wait">[[Not tested yet]]</span><span data-state="ok" hidden>[[Works]]</span><span data-state="quiet" hidden>[[We hear nothing. Say something, or turn the microphone on.]]</span><span data-state="denied" hidden>[[Not allowed. Allow the microphone for this page in the settings of your browser, then test again.]]</span><span data-state="none" hidden>[[None found. Connect a microphone, or use your phone.]]</span><span data-state="busy" hidden>[[In use by another program. Close other programs with video, then test again.]]</span></li>
<li data-part="connection"><b>[[Connection]]</b> <span data-state="wait">[[Not tested yet]]</span><span data-state="ok" hidden>[[Works]]</span><span data-state="slow" hidden>[[Slow. Go nearer to your Wi-Fi, and close what loads in the background.]]</span><span data-state="none" hidden>[[No connection. Turn on Wi-Fi or mobile data.]]</span></li>
</ul></div>
</section>
<section class="panel" aria-labelledby="hand">
<h2 id="hand">[[What to look for]]</h2>
<ol>
<li>[[Use a newer phone, tablet or computer with a camera and a microphone.]]</li>
<li>[[Charge it, and connect to Wi-Fi if you can.]]</li>
<li>[[Find a quiet, light place where nobody listens in.]]</li>
<li>[[When the browser asks for camera and microphone, say yes.]]</li>
{{#SERVICE}}<li>[[The video room is at]] <b>{{HOST}}</b>.</li>{{/SERVICE}}
</ol>
<p>[[It does not work? That is fine: we call you on your phone.]]</p>
</section>
<script src="{{SCRIPT}}" defer></script>
