/*
 * The flow board renews itself: every 45 seconds while somebody can see it.
 * The row one is in stays as it is, unless its visit was changed by
 * somebody else; then the new row takes the focus. Without this script the
 * board has its reload link.
 */
(() => {
'use strict';

const board = document.getElementById('board');
if (!board) return;
const every = 45000;

/* After a step the visit is where it was left: the next key goes on there.
 * The browser gives the row the focus, once it is no longer folded away. */
const to = location.hash.startsWith('#visit-') && document.getElementById(location.hash.slice(1));
if (to) {
	const fold = to.closest('details');
	if (fold) fold.open = true;
	to.focus();
}

/* What is put in the place of a column's rows leaves this one alone. */
const around = (row, fresh) => {
	const all = [...fresh.parentNode.children];
	const at = all.indexOf(fresh);
	while (row.previousElementSibling) row.previousElementSibling.remove();
	while (row.nextElementSibling) row.nextElementSibling.remove();
	row.before(...all.slice(0, at));
	row.after(...all.slice(at + 1));
};

const renew = text => {
	const fresh = new DOMParser().parseFromString(text, 'text/html').body;
	if (!fresh.querySelector('.states')) return;
	const row = board.contains(document.activeElement) && document.activeElement.closest('tr[id]');
	const same = row && fresh.querySelector(`#${row.id}`);
	const column = row && row.closest('[id^=col-]');
	const stays = same && column.id === same.closest('[id^=col-]').id &&
		same.dataset.version === row.dataset.version;
	const open = [...board.querySelectorAll('details[open]')].map(d => d.parentNode.id);

	open.forEach(id => {
		const d = fresh.querySelector(`#${id} details`);
		if (d) d.open = true;
	});
	if (!stays) {
		board.replaceChildren(...fresh.childNodes);
		const link = same && same.querySelector('a.nm');
		if (link) {
			link.focus({preventScroll: true});
			window.handrail.say('This visit was changed by somebody else.');
		}
		return;
	}
	const target = same.closest('[id^=col-]');
	around(row, same);
	column.querySelector('[data-n]').replaceWith(target.querySelector('[data-n]'));
	/* All else is new around the column that stays. */
	const parts = [...fresh.children];
	const at = parts.indexOf(target);
	while (column.previousElementSibling) column.previousElementSibling.remove();
	while (column.nextElementSibling) column.nextElementSibling.remove();
	column.before(...parts.slice(0, at));
	column.after(...parts.slice(at + 1));
};

/* On anything but a row (reload, a count) the focus would be lost. */
const busy = () => board.contains(document.activeElement) && !document.activeElement.closest('tr[id]');
const poll = () => fetch(board.dataset.board, {headers: {'HX-Request': 'true'}, redirect: 'manual'})
	.then(r => {
		const gone = r.headers.get('HX-Redirect');
		if (gone) location.assign(gone);
		else if (r.ok) return r.text().then(renew);
	}, () => {});

setInterval(() => {
	if (!document.hidden && navigator.onLine && !busy()) poll();
}, every);
})();
