/*
 * Day and week as a grid on which visits can be dragged. The server's list
 * inside #ec is the source and stays the equal way: phones, people without
 * script and screen readers use it (WCAG 2.2, 2.5.7). Times are the
 * clinic's wall time, never the browser's zone.
 *
 * #ec: data-view (day|week) data-date data-from data-to (08:00) data-clock
 * (12|24) data-csrf data-now (local time at the server) data-label
 * data-editable data-site; data-jump (minute, by how many minutes, seconds
 * of midnight): from that minute of the day on the wall's clock differs from
 * the time that has passed, and the rows are the hours that pass. Inside:
 * [data-resources] with [data-resource] children; rows [data-id] with
 * data-start data-end (2026-11-23T09:15) data-resource data-class
 * data-version data-marks (t: moving it tells the patient, f: cannot be
 * moved, l: its length can be changed); [data-block] rows for what is not to
 * be booked, with an id where somebody blocked it by hand.
 */
(() => {
'use strict';

const box = document.getElementById('ec');
if (!box || !window.EventCalendar || matchMedia('(max-width: 700px)').matches) return;

const day = box.dataset.view !== 'week';
const hour12 = box.dataset.clock === '12';
const editable = box.dataset.editable === '1';
const site = box.dataset.site;
const jump = box.dataset.jump ? box.dataset.jump.split(' ').map(Number) : null;
const say = text => window.handrail && window.handrail.say(text);
const two = n => String(n).padStart(2, '0');
const dateOf = d => `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`;
const el = (name, cls, text) => {
	const n = document.createElement(name);
	if (cls) n.className = cls;
	if (text) n.textContent = text;
	return n;
};

/* Minutes since the grid's midnight, and what the wall's clock shows then. */
const minuteOf = d => Math.round((d - new Date(`${dateOf(d)}T00:00`)) / 60000) +
	(jump && dateOf(d) !== box.dataset.date ? 1440 : 0);
const wall = m => jump && m >= jump[0] ? m + jump[1] : m;
const clockOf = m => `${two(Math.floor(wall(m) / 60) % 24)}:${two(wall(m) % 60)}`;
const shown = m => {
	if (!hour12) return clockOf(m);
	const h = Math.floor(wall(m) / 60) % 24;
	return `${h % 12 || 12}:${two(wall(m) % 60)} ${h < 12 ? 'am' : 'pm'}`;
};

const resources = [...box.querySelectorAll('[data-resources] [data-resource]')]
	.map(n => ({id: n.dataset.resource, title: n.textContent.trim()}));
const nameOf = Object.fromEntries(resources.map(r => [r.id, r.title]));

const visit = row => {
	const p = row.dataset;
	const name = row.querySelector('.nm').textContent.trim();
	const tag = row.querySelector('.tag');
	const what = row.querySelector('[data-label=Visit]').firstChild.textContent;
	const parts = name.split(', ');
	return {
		id: p.id,
		resourceIds: [p.resource],
		start: p.start,
		end: p.end,
		title: `${parts[0]}${parts[1] ? ', ' + [...parts[1]][0] + '.' : ''} · ${what}`,
		classNames: [p.class, ...row.querySelector('.over') ? ['over'] : []],
		startEditable: editable && !p.marks.includes('f'),
		durationEditable: editable && p.marks.includes('l'),
		extendedProps: {...p, name, icon: tag.querySelector('svg'), status: tag.textContent.trim(),
			over: row.querySelector('.over svg')},
	};
};
const blocked = (row, i) => ({
	id: `block-${i}`,
	resourceIds: [row.dataset.resource],
	start: row.dataset.start,
	end: row.dataset.end,
	title: row.dataset.title,
	display: row.dataset.block ? 'auto' : 'background',
	classNames: ['st-blocked'],
	startEditable: false,
	durationEditable: false,
	extendedProps: {block: row.dataset.block},
});
const events = [...box.querySelectorAll('[data-block]')].map(blocked)
	.concat([...box.querySelectorAll('tr[data-id]')].map(visit));

/*
 * One line, readable at fifteen minutes: time, name, reason. A visit is a
 * link, so that the keyboard and a screen reader have it as one; what the
 * grid shows by place, colour and sign, provider and state, is said in words.
 */
let dragging = false;
const draw = info => {
	const p = info.event.extendedProps;
	if (p.now) return {domNodes: []};
	const line = el(p.id || p.block ? 'a' : 'div', 'ev');
	const rest = el('span', 'vh', [p.id ? '' : ', not to be booked',
		nameOf[info.event.resourceIds[0]], p.status, p.over && 'overbooked'].filter((t, i) => t || !i).join(', '));
	if (p.icon) line.append(p.icon.cloneNode(true));
	if (p.over) line.append(p.over.cloneNode(true));
	if (p.id) line.append(el('span', '', shown(minuteOf(info.event.start))), ' ');
	const [who, ...what] = info.event.title.split(' · ');
	const title = el('b', '', who);
	if (what.length) title.append(el('i', '', ` · ${what.join(' · ')}`));
	line.append(title, rest);
	if (p.id || p.block) {
		line.href = p.id ? `/appointments/${encodeURIComponent(p.id)}` : `/calendar/blocks/${encodeURIComponent(p.block)}`;
		line.draggable = false;
		line.title = `${info.event.title}${p.status ? ', ' + p.status : ''}`;
		line.addEventListener('click', e => { if (dragging) e.preventDefault(); });
	}
	if (p.id && editable) {
		line.setAttribute('aria-keyshortcuts', 'm');
		line.addEventListener('keydown', e => {
			if (e.key !== 'm' || e.ctrlKey || e.metaKey || e.altKey) return;
			e.preventDefault();
			e.stopPropagation();
			edit(info.event);
		});
	}
	return {domNodes: [line]};
};

/* The reason in a refusal's page, for the live region. */
const reason = html => {
	const page = new DOMParser().parseFromString(html, 'text/html');
	const why = page.querySelector('[data-why], .err-sum li, main p');
	return why ? why.textContent.trim() : 'The visit could not be changed.';
};
const show = text => {
	const bar = document.getElementById('ec-why');
	bar.hidden = false;
	bar.querySelector('span').textContent = text;
	bar.scrollIntoView({block: 'nearest'});
	say(text);
};
const KEEP = 'handrail-calendar-focus';
const send = async (id, act, fields, where, undo) => {
	try {
		const r = await fetch(`/appointments/${encodeURIComponent(id)}/${act}`, {method: 'POST',
			body: new URLSearchParams({csrf: box.dataset.csrf, ...fields}), redirect: 'manual'});
		/* Done: the page again, with the new version and the way back. */
		if (r.ok || r.type === 'opaqueredirect') {
			sessionStorage.setItem(KEEP, where);
			location.reload();
			return;
		}
		undo();
		show(reason(await r.text()));
	} catch {
		undo();
		show('Connection lost. Nothing was changed.');
	}
};
/* What the server takes: wall time, or where that is in doubt the moment. */
const timeFields = (start, provider) => jump ?
	{slot: `${provider}.${site}.${jump[2] + minuteOf(start) * 60}`} :
	{date: dateOf(start), start: clockOf(minuteOf(start)), provider};
const placeKey = (provider, start) => `${provider}|${dateOf(start)}T${clockOf(minuteOf(start))}`;

const move = info => {
	const p = info.event.extendedProps;
	const provider = info.newResource ? info.newResource.id : info.event.resourceIds[0];
	const start = info.event.start;
	const on = start.toLocaleDateString('en-GB', {weekday: 'short', day: 'numeric', month: 'short'});
	const ask = `Move ${info.event.title} to ${on}, ${shown(minuteOf(start))}` +
		`${nameOf[provider] ? ', ' + nameOf[provider] : ''}? The patient will be told.`;
	if (p.marks.includes('t') && !confirm(ask)) { info.revert(); return; }
	send(p.id, 'move', {version: p.version, ...timeFields(start, provider)},
		placeKey(provider, start), () => info.revert());
};
const resize = info => {
	const {event} = info;
	send(event.id, 'length', {version: event.extendedProps.version, minutes: (event.end - event.start) / 60000},
		placeKey(event.resourceIds[0], event.start), () => info.revert());
};

/* ---- the same by keyboard: M on a visit ------------------------------- */

const editor = document.getElementById('ec-edit');
const picker = document.getElementById('ec-pick');
const nothing = () => {};
let editing = null;
const edit = event => {
	const p = event.extendedProps;
	const [moving, length] = editor.querySelectorAll('form');
	editing = event;
	document.getElementById('ec-edit-who').textContent =
		`${p.name}, ${shown(minuteOf(event.start))}, ${nameOf[event.resourceIds[0]] || ''}`;
	moving.hidden = p.marks.includes('f');
	length.hidden = !p.marks.includes('l');
	moving.elements.date.value = dateOf(event.start);
	moving.elements.start.value = clockOf(minuteOf(event.start));
	moving.elements.provider.value = event.resourceIds[0];
	document.getElementById('ec-tells').hidden = !p.marks.includes('t');
	length.elements.minutes.value = (event.end - event.start) / 60000;
	editor.showModal();
};
if (editor) {
	const who = editor.querySelector('select');
	resources.forEach(r => who.append(new Option(r.title, r.id)));
	editor.querySelectorAll('form').forEach(form => form.addEventListener('submit', e => {
		const p = editing.extendedProps;
		const values = Object.fromEntries(new FormData(form));
		const place = form.dataset.act === 'move' ?
			`${values.provider}|${values.date}T${values.start}` :
			placeKey(editing.resourceIds[0], editing.start);
		e.preventDefault();
		editor.close();
		send(p.id, form.dataset.act, {version: p.version, ...values}, place, nothing);
	}));
	document.querySelectorAll('dialog [data-close]').forEach(b =>
		b.addEventListener('click', () => b.closest('dialog').close()));
	picker.addEventListener('close', () => calendar.unselect());
}

/* A stretch of free time: a visit, or a block. */
const pick = info => {
	const provider = info.resource ? info.resource.id : box.dataset.provider;
	const from = minuteOf(info.start), to = minuteOf(info.end) || 1440;
	const q = new URLSearchParams({date: jump ? box.dataset.date : dateOf(info.start), start: clockOf(from)});
	if (provider) q.set('provider', provider);
	document.getElementById('ec-pick-h').textContent =
		`${shown(from)}–${shown(to)}${nameOf[provider] ? ', ' + nameOf[provider] : ''}`;
	picker.querySelectorAll('[data-to]').forEach(a => {
		const own = new URLSearchParams(q);
		if (a.dataset.to.includes('blocks')) { own.set('end', clockOf(to)); own.set('site', site); }
		a.href = `${a.dataset.to}?${own}`;
	});
	picker.showModal();
};

/*
 * EventCalendar gives its grid the roles of a table that its children do
 * not fit. A wrong table is worse than none: drop them; each event says
 * its own time, name and provider.
 */
const ROLES = ['table', 'row', 'rowgroup', 'cell', 'columnheader', 'rowheader'].map(r => `[role=${r}]`).join();
const ARIA = ['aria-colindex', 'aria-rowindex', 'aria-colcount', 'aria-rowcount'];
const tidy = () => {
	grid.querySelectorAll(ROLES).forEach(n => n.removeAttribute('role'));
	ARIA.forEach(a => grid.querySelectorAll(`[${a}]`).forEach(n => n.removeAttribute(a)));
};

const dialogs = [editor, picker].filter(Boolean);
const list = el('div');
list.append(...box.childNodes);
list.hidden = true;
const grid = el('div');
grid.setAttribute('role', 'group');
grid.setAttribute('aria-label', box.dataset.label || 'Calendar');
box.append(list, grid, ...dialogs);

/* The red line: the server's time, moved on by the time that has passed. */
const started = performance.now();
const at = box.dataset.now.split('T');
const [h, m] = at[1].split(':').map(Number);
const nowEvents = () => {
	const minute = Math.round(h * 60 + m + (performance.now() - started) / 60000);
	const text = k => `${at[0]}T${two(Math.floor(k / 60))}:${two(k % 60)}`;
	return minute >= 1439 ? [] : [{id: 'now', resourceIds: resources.map(r => r.id), start: text(minute),
		end: text(minute + 1), display: 'background', classNames: ['now-line'], extendedProps: {now: true}}];
};
const height = Math.max(420, innerHeight - grid.getBoundingClientRect().top - 24);

const calendar = EventCalendar.create(grid, {
	view: day ? 'resourceTimeGridDay' : 'timeGridWeek',
	date: box.dataset.date,
	firstDay: 0,
	height: `${Math.round(height)}px`,
	slotMinTime: box.dataset.from || '07:00',
	slotMaxTime: box.dataset.to || '19:00',
	slotDuration: '00:15',
	snapDuration: '00:05',
	slotLabelInterval: '01:00',
	slotHeight: 25, /* fifteen minutes are a target of 24 px, WCAG 2.5.8 */
	scrollTime: !day || at[0] !== box.dataset.date ? box.dataset.from : `${two(Math.max(0, h - 1))}:00`,
	allDaySlot: false,
	nowIndicator: false,
	editable,
	selectable: editable,
	slotEventOverlap: false,
	columnWidth: day ? 'minmax(148px, 1fr)' : undefined,
	slotLabelFormat: d => shown(minuteOf(d)),
	eventTimeFormat: {hour: '2-digit', minute: '2-digit', hour12},
	locale: hour12 ? 'en-US' : 'en-GB',
	headerToolbar: {start: '', center: '', end: ''},
	resources: day ? resources : [],
	events: events.concat(nowEvents()),
	eventContent: draw,
	dayHeaderFormat: {weekday: 'short', day: 'numeric', month: 'short'},
	eventDragStart: () => { dragging = true; },
	eventDragStop: () => { setTimeout(() => { dragging = false; }); },
	eventResizeStart: () => { dragging = true; },
	eventResizeStop: () => { setTimeout(() => { dragging = false; }); },
	eventDrop: move,
	eventResize: resize,
	select: pick,
});
setInterval(() => nowEvents().forEach(e => calendar.updateEvent(e)), 60000);
/* An empty day has nothing in it to focus, and scrolls all the same. */
grid.querySelectorAll('section').forEach(n => {
	n.tabIndex = 0;
	n.setAttribute('aria-label', 'Times');
});
tidy();
new MutationObserver(tidy).observe(grid, {childList: true, subtree: true, attributes: true, attributeFilter: ['role', ...ARIA]});

/* A visit that only just looks out from under the heads is too small to be
   hit: it is shown whole. */
const whole = () => {
	const main = grid.querySelector('.ec-main'), head = grid.querySelector('.ec-header');
	for (let i = 0; main && head && i < 8; i++) {
		const edge = head.getBoundingClientRect().bottom;
		const cut = [...grid.querySelectorAll('.ec-event')].map(e => e.getBoundingClientRect())
			.filter(r => r.top < edge && r.bottom > edge && r.bottom < edge + 24).map(r => edge - r.top);
		if (!cut.length) break;
		main.scrollTop -= Math.ceil(Math.max(...cut)) + 1;
	}
};
requestAnimationFrame(() => requestAnimationFrame(whole));
addEventListener('resize', () => requestAnimationFrame(whole));

/* After a change the focus is on the visit again, wherever it went. */
const kept = sessionStorage.getItem(KEEP);
sessionStorage.removeItem(KEEP);
const again = kept && events.find(e => e.extendedProps.id && `${e.resourceIds[0]}|${e.start}` === kept);
if (again) requestAnimationFrame(() => requestAnimationFrame(() => {
	const link = grid.querySelector(`a.ev[href="/appointments/${again.id}"]`);
	if (link) link.focus();
}));
})();
