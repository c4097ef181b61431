/*
 * What the browser adds to pages that work without it: keys, the row
 * cursor, focus on the error summary, a word before the session ends, a
 * word when the line is lost. Classic script, no dependency, no storage.
 */
(() => {
'use strict';

const body = document.body;
const $ = (s, from) => (from || document).querySelector(s);
const $$ = (s, from) => [...(from || document).querySelectorAll(s)];
const say = text => { const live = $('#live'); if (live) live.textContent = text; };

/* Errors first: the summary takes the focus, so that it is read out. */
const summary = $('.err-sum');
if (summary) summary.focus();

/* Menus are details elements: one open at a time, closed from outside. */
const closeMenus = but => $$('details.menu[open]').forEach(d => { if (d !== but) d.open = false; });
document.addEventListener('click', e => closeMenus(e.target.closest('details.menu')));

const openDialog = id => {
	const d = document.getElementById(id);
	if (d && !d.open) d.showModal();
	return d;
};
const keysButton = $('#keysbtn');
if (keysButton && $('#keys'))
	keysButton.addEventListener('click', e => { e.preventDefault(); openDialog('keys'); });

$$('[data-print]').forEach(b => { b.hidden = false; b.addEventListener('click', () => print()); });

/* Rows: one of them is the current one, marked and focused by its link. */
const rows = () => $$('.t.wl tbody tr:not(.grp), .t.list tbody tr');
const current = () => $('tr.cur');
const mainLink = row => ['.what a', 'a.nm', 'th a', 'td a'].reduce((found, s) => found || $(s, row), null);
const goTo = step => {
	const all = rows();
	if (!all.length) return;
	const at = all.indexOf(current());
	const next = all[at < 0 ? 0 : Math.max(0, Math.min(all.length - 1, at + step))];
	all.forEach(r => r.classList.toggle('cur', r === next));
	const link = mainLink(next);
	if (link) link.focus({preventScroll: true});
	next.scrollIntoView({block: 'nearest'});
};
document.addEventListener('focusin', e => {
	const row = e.target.closest('.t.wl tbody tr:not(.grp), .t.list tbody tr');
	if (row && !row.classList.contains('cur'))
		rows().forEach(r => r.classList.toggle('cur', r === row));
});

/* Ticked rows: "select all" and the count beside the bulk actions. */
const ticks = () => $$('td.fix-cb input[type=checkbox]');
document.addEventListener('change', e => {
	if (e.target.matches('th.fix-cb input')) ticks().forEach(c => { c.checked = e.target.checked; });
	if (!e.target.closest('.fix-cb')) return;
	const n = ticks().filter(c => c.checked).length;
	$$('.bulk [data-count]').forEach(c => { c.textContent = n; });
});

/*
 * Keys. An element may claim one by data-key; else e a d c open the row's
 * item at the form of that name. Off by the person's choice (WCAG 2.2,
 * 2.1.4), and always off while typing.
 */
const places = {t: '/today', c: '/calendar', f: '/flow', p: '/patients', m: '/messages',
	r: '/referrals', u: '/followups', i: '/insurance', w: '/worklists', s: '/admin'};
const parts = {e: 'done', a: 'assign', d: 'due', c: 'attempt'};
const typing = t => t.isContentEditable ||
	(/^(INPUT|SELECT|TEXTAREA)$/.test(t.tagName) && !/^(checkbox|radio|button|submit)$/.test(t.type));
let prefix = '', prefixAt = 0;

const visit = path => { const a = $(`.side a[href^="${path}"]`); if (a) a.click(); return !!a; };
const press = key => {
	const row = current();
	const own = (row && $(`[data-key="${key}"]`, row)) || $(`main [data-key="${key}"], .pt [data-key="${key}"]`);
	if (own) { own.focus(); own.click(); return true; }
	const target = document.getElementById(parts[key]);
	if (target) {
		target.scrollIntoView({block: 'center'});
		const field = $('input:not([type=hidden]), select, textarea, button', target) || target;
		field.focus();
		return true;
	}
	const link = row && mainLink(row);
	if (link && parts[key]) location.href = link.href.split('#')[0] + '#' + parts[key];
	return !!link;
};
const turn = back => {
	const link = $(back ? 'a[rel=prev]' : 'a[rel=next]');
	const tab = $('.tabs [aria-current]');
	const side = tab && (back ? tab.previousElementSibling : tab.nextElementSibling);
	if (link || side) (link || side).click();
};
const openNew = () => { const d = $('#new'); if (d) { d.open = true; $('div a, summary', d).focus(); } };
const tick = () => { const c = current() && $('input[type=checkbox]', current()); if (c) c.click(); };
const act = () => { const b = current() && $('.act a, .act button', current()); if (b) b.focus(); };
const single = {
	'/': () => { const q = $('#q'); if (q) { q.focus(); q.select(); } },
	'?': () => openDialog('keys'),
	j: () => goTo(1), k: () => goTo(-1), x: tick, n: openNew, '.': act,
	'[': () => turn(true), ']': () => turn(false),
	Enter: () => { const a = document.activeElement === body && current() && mainLink(current()); if (a) a.click(); },
};

const escape = e => {
	closeMenus();
	if (e.target.id === 'q') e.target.blur();
};
const save = e => {
	const form = e.target.form || e.target.closest('form');
	if (!form || form.method !== 'post') return;
	e.preventDefault();
	form.requestSubmit($('.btn.primary[type=submit], button.primary', form) || undefined);
};
document.addEventListener('keydown', e => {
	if (e.key === 'Escape') return escape(e);
	if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) return save(e);
	if (body.dataset.shortcuts === 'off' || e.ctrlKey || e.metaKey || e.altKey) return;
	if (typing(e.target) || $('dialog[open]')) return;

	const menu = $('#new[open]');
	const entry = menu && $(`[data-key="${CSS.escape(e.key)}"]`, menu);
	if (entry) { e.preventDefault(); entry.click(); return; }

	const after = Date.now() - prefixAt < 1500 ? prefix : '';
	prefix = '';
	if (after === 'g' && places[e.key]) { if (visit(places[e.key])) e.preventDefault(); return; }
	if (e.key === 'g') { prefix = 'g'; prefixAt = Date.now(); return; }
	if (Object.hasOwn(single, e.key)) {
		if (e.key !== 'Enter') e.preventDefault();
		single[e.key]();
	} else if (parts[e.key] && press(e.key)) {
		e.preventDefault();
	}
});

/* Two minutes before the session ends: say so, and offer to stay (2.2.1). */
const idle = Number(body.dataset.idleS);
const idleDialog = $('#idle');
let warnTimer, endTimer;
const leave = () => location.assign($('.brand').href);
const restart = () => {
	clearTimeout(warnTimer);
	clearTimeout(endTimer);
	warnTimer = setTimeout(() => openDialog('idle'), (idle - 120) * 1000);
	/* Then leave, so that no record stays on an unattended screen. */
	endTimer = setTimeout(leave, (idle + 5) * 1000);
};
if (idle > 120 && idleDialog) {
	restart();
	idleDialog.addEventListener('close', () => {
		fetch(idleDialog.dataset.stay, {redirect: 'manual'})
			.then(r => { if (r.ok) restart(); else leave(); }, () => {});
	});
}

/* The line. */
const offline = $('#offline');
const line = () => { if (offline) offline.hidden = navigator.onLine; };
addEventListener('online', line);
addEventListener('offline', line);
line();

/*
 * Fragments that refresh themselves: htmx listens for "poll" on them. Not
 * while the tab is hidden, nor while somebody is in the fragment.
 */
const busy = el => el.contains(document.activeElement) || $('details[open], :checked', el);
$$('[data-poll]').forEach(el => {
	setInterval(() => {
		if (!document.hidden && navigator.onLine && !busy(el))
			el.dispatchEvent(new CustomEvent('poll'));
	}, Math.max(15, Number(el.dataset.poll) || 45) * 1000);
});

/* A second press of a button that has begun its work does nothing. */
document.addEventListener('submit', e => {
	if (e.defaultPrevented || e.target.method !== 'post') return;
	if (e.target.dataset.sent) e.preventDefault();
	e.target.dataset.sent = '1';
	setTimeout(() => { delete e.target.dataset.sent; }, 4000);
});
addEventListener('pageshow', () => $$('form[data-sent]').forEach(f => { delete f.dataset.sent; }));

window.handrail = {say};
})();
