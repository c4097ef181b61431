/*
 * The kiosk clears itself: after a minute without a touch it asks whether
 * somebody is still there, and then goes back to its first page. Without
 * this script the browser's own refresh does it, without asking.
 */
(() => {
'use strict';

const away = () => location.replace('/kiosk');
const clear = Number(document.body.dataset.clearS) * 1000;
const dialog = document.getElementById('more');

/* A page that the browser kept may show who was here before. */
addEventListener('pageshow', e => { if (e.persisted) away(); });
if (!clear) return;

const warn = dialog ? clear - 15000 : clear;
let timer = 0;
let told = Date.now();

/* The server counts too: while somebody answers, it is told. */
const tell = () => {
	if (!dialog || Date.now() - told < 20000) return;
	told = Date.now();
	fetch('/kiosk/more', {method: 'POST', redirect: 'manual',
		body: new URLSearchParams(new FormData(dialog.querySelector('form')))});
};
const restart = () => {
	clearTimeout(timer);
	timer = setTimeout(() => {
		if (!dialog) return away();
		dialog.showModal();
		timer = setTimeout(away, 15000);
	}, warn);
};
const touched = () => {
	if (dialog && dialog.open) return;
	tell();
	restart();
};
['pointerdown', 'keydown', 'input'].forEach(name => addEventListener(name, touched));
if (dialog)
	dialog.querySelector('form').addEventListener('submit', e => {
		e.preventDefault();
		dialog.close();
		told = 0;
		tell();
		restart();
	});
restart();
})();
