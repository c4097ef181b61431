/*
 * Day and week as a grid on which visits can be dragged. The server's list
 * inside #ec is the source and stays the equal way: phones, people without
 * script and screen readers use it (WCAG 2.2, 2.5.7). Times are the
 * clinic's wall time, never the browser's zone.
 *
 * #ec: data-view (day|week) data-date data-from data-to (08:00) data-clock
 * (12|24) data-csrf data-now (local time at the server) data-label
 * data-editable. Inside: [data-resources] with [data-resource] children;
 * rows [data-id] with data-start data-end (2026-11-23T09:15) data-resource
 * data-title data-status data-class data-version data-tells (moving it
 * tells the patient); [data-block] rows for lunch and the like.
 */
(() => {
'use strict';

const box = document.getElementById('ec');
if (!box || !window.EventCalendar || matchMedia('(max-width: 700px)').matches) return;

const day = box.dataset.view !== 'week';
const hour12 = box.dataset.clock === '12';
const editable = box.dataset.editable === '1';
const say = text => window.handrail && window.handrail.say(text);
const two = n => String(n).padStart(2, '0');
const dateOf = d => `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`;
const timeOf = d => `${two(d.getHours())}:${two(d.getMinutes())}`;

const resources = [...box.querySelectorAll('[data-resources] [data-resource]')]
	.map(el => ({id: el.dataset.resource, title: el.textContent.trim()}));
const nameOf = Object.fromEntries(resources.map(r => [r.id, r.title]));

const events = [...box.querySelectorAll('[data-start]')].map((el, i) => ({
	id: el.dataset.id || `block-${i}`,
	resourceIds: [el.dataset.resource],
	start: el.dataset.start,
	end: el.dataset.end,
	title: el.dataset.title,
	classNames: [el.dataset.class || (el.dataset.id ? 'st-booked' : 'st-blocked')],
	startEditable: editable && !!el.dataset.id && el.dataset.fixed !== '1',
	extendedProps: {...el.dataset},
}));

/*
 * One line, readable at fifteen minutes: time, name, reason. A visit is a
 * link, so that the keyboard and a screen reader have it as one; what the
 * grid shows by place and colour, provider and state, is said in words.
 */
let dragging = false;
const draw = info => {
	const p = info.event.extendedProps;
	const line = document.createElement(p.id ? 'a' : 'div');
	const when = document.createElement('span');
	const who = document.createElement('b');
	const rest = document.createElement('span');
	line.className = 'ev';
	when.textContent = info.timeText.split(/[–-]/)[0].trim();
	who.textContent = info.event.title;
	rest.className = 'vh';
	rest.textContent = ['', nameOf[info.event.resourceIds[0]], p.status].filter((t, i) => t || !i).join(', ');
	line.append(when, ' ', who, rest);
	if (p.id) {
		line.href = `/appointments/${encodeURIComponent(p.id)}`;
		line.draggable = false;
		line.addEventListener('click', e => { if (dragging) e.preventDefault(); });
	}
	return {domNodes: [line]};
};

/* The reason in a refusal's page, for the live region. */
const reason = html => {
	const page = new DOMParser().parseFromString(html, 'text/html');
	const why = page.querySelector('[data-why], .err-sum li, main p');
	return why ? why.textContent.trim() : 'The visit could not be moved.';
};
const show = text => {
	const bar = document.getElementById('ec-why');
	if (bar) { bar.hidden = false; bar.querySelector('span').textContent = text; }
	say(text);
};
const move = async info => {
	const p = info.event.extendedProps;
	const provider = info.newResource ? info.newResource.id : info.event.resourceIds[0];
	const day = info.event.start.toLocaleDateString('en-GB', {weekday: 'short', day: 'numeric', month: 'short'});
	const ask = `Move ${info.event.title} to ${day}, ${timeOf(info.event.start)}` +
		`${nameOf[provider] ? ', ' + nameOf[provider] : ''}? The patient will be told.`;
	if (p.tells === '1' && !confirm(ask)) { info.revert(); return; }
	const form = new URLSearchParams({csrf: box.dataset.csrf, version: p.version,
		date: dateOf(info.event.start), start: timeOf(info.event.start), provider});
	try {
		const r = await fetch(`/appointments/${encodeURIComponent(p.id)}/move`,
			{method: 'POST', body: form, redirect: 'manual'});
		/* Moved: the page again, with the new version and the flash. */
		if (r.ok || r.type === 'opaqueredirect') { location.reload(); return; }
		info.revert();
		show(reason(await r.text()));
	} catch {
		info.revert();
		show('Connection lost. The visit was not moved.');
	}
};
const pick = info => {
	const q = new URLSearchParams({date: dateOf(info.start), start: timeOf(info.start)});
	if (info.resource || box.dataset.provider) q.set('provider', info.resource ? info.resource.id : box.dataset.provider);
	location.href = `/appointments/new?${q}`;
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

const list = document.createElement('div');
list.append(...box.childNodes);
list.hidden = true;
const grid = document.createElement('div');
grid.setAttribute('role', 'group');
grid.setAttribute('aria-label', box.dataset.label || 'Calendar');
box.append(list, grid);

/* The red line is drawn at the browser's time: only if that is ours too. */
const now = box.dataset.now ? new Date(box.dataset.now) : null;
const sameClock = now && Math.abs(Date.now() - now) < 5 * 60000;
const clock = {hour: hour12 ? 'numeric' : '2-digit', minute: '2-digit', hour12};

EventCalendar.create(grid, {
	view: day ? 'resourceTimeGridDay' : 'timeGridWeek',
	date: box.dataset.date,
	firstDay: 0,
	height: '680px',
	slotMinTime: box.dataset.from || '07:00',
	slotMaxTime: box.dataset.to || '19:00',
	slotDuration: '00:15',
	slotLabelInterval: '01:00',
	slotHeight: 25, /* fifteen minutes are a target of 24 px, WCAG 2.5.8 */
	scrollTime: box.dataset.from || '07:00',
	allDaySlot: false,
	nowIndicator: !!sameClock,
	editable,
	eventDurationEditable: false,
	selectable: editable,
	slotEventOverlap: false,
	slotLabelFormat: clock,
	eventTimeFormat: clock,
	locale: hour12 ? 'en-US' : 'en-GB',
	headerToolbar: {start: '', center: '', end: ''},
	resources: day ? resources : [],
	events,
	eventContent: draw,
	dayHeaderFormat: {weekday: 'short', day: 'numeric', month: 'short'},
	eventDragStart: () => { dragging = true; },
	eventDragStop: () => { setTimeout(() => { dragging = false; }); },
	eventDrop: move,
	select: pick,
});
tidy();
new MutationObserver(tidy).observe(grid, {childList: true, subtree: true, attributes: true, attributeFilter: ['role', ...ARIA]});
})();
