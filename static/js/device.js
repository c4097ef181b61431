/*
 * Does this device do for a visit by video: its camera and microphone are
 * opened here and nowhere else, and nothing of them is sent. The texts
 * stand in the page, in its language; this shows the right ones. Without
 * this script the page has its list of what to look for.
 */
(() => {
'use strict';

const box = document.getElementById('device');
if (!box) return;
box.hidden = false;
const view = document.getElementById('device-view');
const start = document.getElementById('device-start');

const show = (part, state) => {
	const row = box.querySelector(`[data-part=${part}]`);
	row.querySelectorAll('[data-state]').forEach(s => { s.hidden = s.dataset.state !== state; });
	row.dataset.result = state;
};

const why = e => e.name === 'NotAllowedError' || e.name === 'SecurityError' ? 'denied'
	: e.name === 'NotReadableError' ? 'busy' : 'none';

const open = what => navigator.mediaDevices && navigator.mediaDevices.getUserMedia
	? navigator.mediaDevices.getUserMedia(what)
	: Promise.reject(new DOMException('', 'NotFoundError'));

const camera = () => open({video: true}).then(stream => {
	view.srcObject = stream;
	view.hidden = false;
	view.play();
	show('camera', 'ok');
	/* The light of the camera goes out by itself. */
	setTimeout(() => {
		stream.getTracks().forEach(t => t.stop());
		view.hidden = true;
	}, 10000);
}, e => show('camera', why(e)));

/* The loudest of three seconds; a microphone that is off gives nothing. */
const loudness = stream => new Promise(done => {
	const sound = new AudioContext();
	const meter = sound.createAnalyser();
	const bytes = new Uint8Array(meter.fftSize);
	let most = 0;

	sound.createMediaStreamSource(stream).connect(meter);
	const timer = setInterval(() => {
		meter.getByteTimeDomainData(bytes);
		most = Math.max(most, ...bytes.map(b => Math.abs(b - 128)));
	}, 100);
	setTimeout(() => {
		clearInterval(timer);
		stream.getTracks().forEach(t => t.stop());
		sound.close();
		done(most);
	}, 3000);
});
const microphone = () => open({audio: true}).then(loudness)
	.then(most => show('microphone', most > 1 ? 'ok' : 'quiet'), e => show('microphone', why(e)));

/* Five small answers; the slowest but one says how it is. */
const connection = async () => {
	const took = [];

	try {
		for (let i = 0; i < 5; i++) {
			const from = performance.now();
			const r = await fetch('/health', {cache: 'no-store'});
			if (!r.ok) throw new Error('health');
			took.push(performance.now() - from);
		}
		show('connection', took.sort((a, b) => a - b)[3] < 400 ? 'ok' : 'slow');
	} catch (e) {
		show('connection', 'none');
	}
};

start.addEventListener('click', async () => {
	start.disabled = true;
	['camera', 'microphone', 'connection'].forEach(p => show(p, 'wait'));
	await Promise.all([connection(), camera().then(microphone)]);
	start.disabled = false;
});
})();
