// Forty people at forty desks want the same time: equal ones and partly
// overlapping ones, of a provider, of a room, of a patient. Each has a
// session of their own; nginx gives them to the workers as they come.
// Exactly one may win; the others are told so and shown three other times.
// Then fifty through every door there is: desks, desks that keep the time
// first, patients in the portal, patients who are offered it, other programs.
import assert from 'node:assert/strict';
import { Client, done, login, serve, test } from '../lib/harness.mjs';
import { addDesk, workers } from '../faults/book.mjs';

const CLIENTS = 40;
const server = await serve({ patients: 200 });

const desks = [];
for (let i = 0; i < CLIENTS; i++) {
	const c = new Client(server.staff);

	await c.logIn(addDesk(server, i));
	desks.push(c);
}
const one = desks[0];

// One address may ask 200 times a second (nginx/http.conf), and this test
// is one address. What only looks waits for its turn; a race begins when
// there is room for all of it, so that no door is shut by that.
const pause = ms => new Promise(r => setTimeout(r, ms));

async function look(target) {
	for (let tries = 0; ; tries++) {
		const r = await one.get(target);

		if (r.status !== 429 || tries === 20) return r;
		await pause(250);
	}
}

// "Care-plan review (30 min)" is option 10: by name, as people choose.
async function typeId(name) {
	const r = await look('/appointments/new?patient=1');
	const m = new RegExp(`value="(\\d+)"[^>]*>${name} \\(`).exec(r.text);

	assert.ok(m, `no type of visit called ${name}`);
	return Number(m[1]);
}

// The free times of the finder: provider, site, start.
async function freeTimes(patient, type, rest = '') {
	const r = await look(
		`/appointments/new?patient=${patient}&type=${type}${rest}`);

	assert.equal(r.status, 200);
	return [...r.text.matchAll(/name="slot" value="(\d+)\.(\d+)\.(\d+)"/g)].map(m => ({
		provider: Number(m[1]), site: Number(m[2]),
		start: Number(m[3]) }));
}

const slotText = s => `${s.provider}.${s.site}.${s.start}`;

// nginx lets 200 requests a second through and 400 more at once: those that
// looked for free patients shall not count against the doors.
const drained = () => pause(2000);

// All at once; what came back, in two heaps.
async function race(bookings) {
	for (const c of desks) await c.get('/appointments/new');
	await drained();
	const replies = await Promise.all(desks.map((c, i) =>
		c.post('/appointments', { ...bookings[i], reason: 'Race' })));

	return {
		won: replies.filter(r => r.status === 303),
		lost: replies.filter(r => r.status === 409),
		other: replies.filter(r => r.status !== 303 && r.status !== 409),
	};
}

function check({ won, lost, other }, winners, who) {
	assert.deepEqual(other.map(r => r.status), []);
	assert.equal(won.length, winners, 'winners');
	assert.equal(lost.length, CLIENTS - winners, 'losers');
	for (const r of lost) {
		assert.match(r.text, /<h1>That time was just taken<\/h1>/);
		assert.match(r.text, who);
		assert.equal(r.text.match(/>Book this time</g)?.length, 3,
			'three other times');
	}
}

// The days after are used one by one, so that no race meets another's.
const later = days => {
	const d = new Date(Date.now() + days * 86400000);

	return `&earliest=${d.toISOString().slice(0, 10)}`;
};

// A provider whose time is free for an hour from some start on.
async function freeHour(type, earliest) {
	const times = await freeTimes(1, type, earliest);
	const starts = new Set(times.map(slotText));
	const found = times.find(s => [900, 1800].every(d =>
		starts.has(slotText({ ...s, start: s.start + d }))));

	assert.ok(found, 'somebody is free for an hour');
	return found;
}

// Patients who are free then: the finder offers them that time.
async function freePatients(n, type, slot) {
	const found = [];

	for (let id = 1; id <= 200 && found.length < n; id++) {
		const r = await look(`/appointments/new?patient=${id}` +
			`&type=${type}&provider=${slot.provider}` +
			`&site=${slot.site}&earliest=` +
			new Date(slot.start * 1000).toISOString().slice(0, 10));

		if (r.text.includes(`value="${slotText(slot)}"`)) found.push(id);
	}
	assert.equal(found.length, n, 'patients who are free');
	return found;
}

await test('four or more workers answer', async () => {
	const n = workers(server).length;

	assert.ok(n >= 4, `${n} workers`);
});

await test('one provider, one time: one wins', async () => {
	const type = await typeId('Care-plan review');
	const slot = await freeHour(type, later(20));
	const patients = await freePatients(CLIENTS, type, slot);

	check(await race(patients.map(patient => ({ patient, type,
		slot: slotText(slot) }))), 1, /has another visit then/);
});

await test('one provider, times that overlap in part: one wins', async () => {
	const type = await typeId('Care-plan review');
	const slot = await freeHour(type, later(30));
	const patients = await freePatients(CLIENTS, type, slot);

	// Thirty minutes each, begun within twenty-five.
	check(await race(patients.map((patient, i) => ({ patient, type,
		slot: slotText({ ...slot, start: slot.start + i % 6 * 300 }) }))),
		1, /has another visit then/);
});

await test('one patient, many providers: one wins', async () => {
	const type = await typeId('Care-plan review');
	const times = await freeTimes(2, type, later(40));
	const byStart = Map.groupBy
		? Map.groupBy(times, s => s.start)
		: times.reduce((m, s) =>
			m.set(s.start, [...m.get(s.start) ?? [], s]), new Map());
	const many = [...byStart.values()].sort((a, b) =>
		b.length - a.length)[0];

	assert.ok(many.length >= 3, 'three providers are free at once');
	check(await race(desks.map((_, i) => ({ patient: 2, type,
		slot: slotText({ ...many[i % many.length] }) }))), 1,
		/the patient has another visit|has another visit then/);
});

await test('one room, many providers: one wins', async () => {
	const type = await typeId('Small procedure');
	const times = await freeTimes(1, type, later(50));
	const key = s => `${s.site} ${s.start}`;
	const groups = times.reduce((m, s) =>
		m.set(key(s), [...m.get(key(s)) ?? [], s]), new Map());
	const many = [...groups.values()].sort((a, b) =>
		b.length - a.length)[0];
	const patients = await freePatients(CLIENTS, type, many[0]);

	assert.ok(many.length >= 2, 'two providers are free at one site');
	// One procedure room a site.
	check(await race(patients.map((patient, i) => ({ patient, type,
		slot: slotText(many[i % many.length]) }))), 1,
		/no room for this kind|the room is in use|another visit then/);
});

// ---- every door -----------------------------------------------------------

const DOORS = 50;
const DEVICES = 4; /* of each of the two patients */
const PROGRAMS = 10;

// The chart whose title begins with that family name.
async function chartOf(name) {
	for (let id = 1; id <= 200; id++) {
		const r = await look(`/patients/${id}`);

		if (new RegExp(`<title>[^<]*${name}`).test(r.text)) return id;
	}
	throw new Error(`no patient ${name}`);
}

// The two who have a portal account, each on some devices at once.
async function portalPeople() {
	const accounts = server.logins.filter(l => l.program === 'portal');
	const people = [];

	for (const [i, name] of ['Delgado', 'Whitfield'].entries()) {
		const devices = [];

		for (let k = 0; k < DEVICES; k++)
			devices.push(await new Client(server.portal)
				.logIn(accounts[i]));
		people.push({ id: await chartOf(name), devices });
	}
	return people;
}

async function apiKey() {
	const admin = await new Client(server.staff)
		.logIn(login(server, 'admin'));
	const form = await admin.get('/admin/api-keys/new');
	const user = /value="(\d+)"[^>]*>Desk 0</.exec(form.text);
	const r = await admin.post('/admin/api-keys',
		{ name: 'Race', user: user[1], life: '30' });

	assert.equal(r.status, 200);
	return /class="code">([^<]+)</.exec(r.text)[1];
}

// A kind of visit and who may book it online: somebody who has never been
// here may book another kind than who has, and by the hour of the day the
// demonstration's patients are both, or one of each.
async function onlineType() {
	const may = [];

	for (const p of people) {
		const r = await p.devices[0].get('/portal/book/reason');

		may.push([...r.text.matchAll(/\btype=(\d+)/g)].map(m => m[1]));
	}
	const type = may[0].find(id => may[1].includes(id)) ?? may[0][0];

	assert.ok(type, `a kind of visit, of ${JSON.stringify(may)}`);
	return { type: Number(type),
		who: people.filter((_, i) => may[i].includes(type)) };
}

// Each answers what came back last: a redirection or 201 is a visit.
const direct = (c, patient, type, slot) => () => c.post('/appointments',
	{ patient, type, slot: slotText(slot), reason: 'Race' });

const kept = (c, patient, type, slot) => async () => {
	const r = await c.post('/appointments/hold',
		{ patient, type, slot: slotText(slot) });

	return r.status === 303 ? direct(c, patient, type, slot)() : r;
};

const online = (c, type, slot) => async () => {
	const fields = { type, slot: slotText(slot) };
	const r = await c.post('/portal/book/time', fields);

	if (r.status !== 303) return r;
	assert.match(r.headers.location, /^\/portal\/book\/check/);
	return c.post('/portal/book', { ...fields, reason: 'Race' });
};

const program = (key, patient, type, slot) => () =>
	new Client(server.api).request('POST', '/fhir/Appointment', {
		headers: { Authorization: `Bearer ${key}`,
			'Content-Type': 'application/fhir+json' },
		body: JSON.stringify({ resourceType: 'Appointment',
			status: 'booked',
			serviceType: [{ coding: [{ code: String(type) }] }],
			start: new Date(slot.start * 1000).toISOString(),
			participant: [`Patient/${patient}`,
				`Practitioner/${slot.provider}`,
				`Location/${slot.site}`].map(reference => ({
				actor: { reference }, status: 'accepted' })) }) });

const accept = (c, offer) => () =>
	c.post(`/portal/offers/${offer}/accept`, {});

// A time at which the two are free, and others for the other doors.
async function openTime(type, days, people, n) {
	const times = await freeTimes(people[0].id, type, later(days));

	for (const slot of times.filter((_, i) => i % 5 === 0)) {
		const free = await freePatients(n + people.length, type, slot);
		const rest = free.filter(id => people.every(p => p.id !== id));

		if (rest.length <= n) return { slot, patients: rest };
	}
	throw new Error('the two are never free at once');
}

// By what is pressed: the portal speaks each patient's language.
const others = r => r.headers['content-type'].includes('fhir')
	? JSON.parse(r.text).issue.filter(i =>
		i.severity === 'information').length
	: (r.text.match(/>Book this time<|<button[^>]* name="slot"/g) ??
		[]).length;

const visitsOf = async patients => {
	const found = new Set();

	for (const id of patients) {
		const r = await look(`/patients/${id}/appointments`);

		assert.equal(r.status, 200);
		for (const m of r.text.matchAll(/\/appointments\/(\d+)/g))
			found.add(m[1]);
	}
	return found;
};

// All doors at once. What is left is read from the charts, not only from
// what each was told.
async function raceDoors(doors, patients) {
	const before = await visitsOf(patients);

	await drained();
	const replies = await Promise.all(doors.map(door => door()));
	const after = await visitsOf(patients);
	const won = replies.filter(r => [201, 303].includes(r.status));
	const lost = replies.filter(r => r.status === 409);

	assert.equal(doors.length, DOORS);
	assert.deepEqual(replies.map(r => r.status).filter(s =>
		![201, 303, 409].includes(s)), []);
	return { won, lost, more: after.size - before.size,
		winner: replies.findIndex(r => won.includes(r)) };
}

// Desks of both kinds and programs for the patients; n of them.
function strangers(n, key, type, slot, patients) {
	return patients.slice(0, n).map((patient, i) =>
		i < PROGRAMS ? program(key, patient, type, slot)
		: i % 2 ? direct(desks[i - PROGRAMS], patient, type, slot)
		: kept(desks[i - PROGRAMS], patient, type, slot));
}

// Doors are opened in a new order each time; the order is told, so that a
// failure can be looked at.
function shuffled(doors) {
	const keyed = doors.map(d => [Math.random(), d]);

	return keyed.sort((a, b) => a[0] - b[0]).map(k => k[1]);
}

const people = await portalPeople();
const key = await apiKey();

for (const round of [1, 2, 3])
	await test(`every door, one time: one wins (${round})`, async () => {
		const { type, who } = await onlineType();
		const n = DOORS - who.length * DEVICES;
		const { slot, patients } = await openTime(type, 20 + round,
			who, n);
		const portal = who.flatMap(p => p.devices.map(c =>
			online(c, type, slot)));

		await Promise.all(who.flatMap(p => p.devices.map(c =>
			c.get(`/portal/book/time?type=${type}&day=` +
				new Date(slot.start * 1000).toISOString()
					.slice(0, 10)))));
		const { won, lost, more } = await raceDoors(shuffled([...portal,
			...strangers(n, key, type, slot, patients)]),
		[...patients, ...who.map(p => p.id)]);

		assert.equal(won.length, 1, 'winners');
		assert.equal(more, 1, 'visits');
		for (const r of lost) assert.equal(others(r), 3, r.text);
	});

// ---- a time that is offered ------------------------------------------------

// A form with boxes that are ticked: the same name more than once.
const ticked = (c, target, fields) => c.request('POST', target, {
	headers: { Origin: c.base, 'Sec-Fetch-Site': 'same-origin' },
	body: new URLSearchParams([['csrf', c.hidden('csrf')],
		['once', `tick${Math.random()}`], ...fields]).toString() });

async function bookAt(patient, type, slot) {
	const r = await direct(one, patient, type, slot)();

	assert.equal(r.status, 303, r.text);
	return Number(/\/appointments\/(\d+)/.exec(r.headers.location)[1]);
}

// The patient has a visit some weeks later and waits for an earlier one.
async function waits(patient, type, days) {
	const visit = await bookAt(patient, type,
		(await freeTimes(patient, type, later(days)))[0]);
	const at = `/appointments/${visit}/waitlist`;

	await look(at);
	const r = await ticked(one, at, [
		['earliest', new Date().toISOString().slice(0, 10)],
		...[0, 1, 2, 3, 4, 5, 6].map(d => ['weekdays', d]),
		...[1, 2, 4].map(d => ['parts', d]), ['notice', 0],
		['urgency', 1], ['channel', 'portal']]);

	assert.equal(r.status, 303, r.text);
	return visit;
}

// Somebody had the time and cancels; it is offered to the two at once.
async function offered(patient, type, slot) {
	const visit = await bookAt(patient, type, slot);

	await look(`/appointments/${visit}/cancel`);
	const r = await one.post(`/appointments/${visit}/cancel`, {
		by: 'patient', reason: 'time', next: 'call',
		version: one.hidden('version') });

	assert.equal(r.status, 303, r.text);
	await look(`/appointments/${visit}/offers`);
	const entries = [...one.page.matchAll(
		/name="entry" value="(\d+)"[^]*?<\/label>/g)]
		.filter(m => /Delgado|Whitfield/.test(m[0])).map(m => m[1]);

	assert.equal(entries.length, 2, one.page);
	const o = await ticked(one, `/appointments/${visit}/offers`,
		[...entries.map(e => ['entry', e]), ['how', 'together']]);

	assert.equal(o.status, 303, o.text);
}

await test('every door, a time offered to two: one of them wins', async () => {
	const type = await typeId('Care-plan review');
	const n = DOORS - 2 * DEVICES;
	const { slot, patients } = await openTime(type, 30, people, n + 1);
	const old = [];
	const doors = [];

	for (const p of people) old.push(await waits(p.id, type, 45));
	await offered(patients[n], type, slot);
	for (const p of people)
		for (const c of p.devices) {
			const r = await c.get('/portal/offers');
			const offer = /offers\/(\d+)\/accept/.exec(r.text);

			assert.ok(offer, 'an offer is open');
			doors.push(accept(c, offer[1]));
		}
	const { won, lost, more, winner } = await raceDoors([...doors,
		...strangers(n, key, type, slot, patients)],
	[...patients, ...people.map(p => p.id)]);

	assert.equal(won.length, 1, 'winners');
	assert.equal(more, 1, 'visits');
	assert.ok(winner < doors.length, 'who it was offered to has it');
	assert.match(won[0].headers.location, /^\/portal\/visits\/\d+$/);
	assert.equal(lost.filter(r => others(r) === 3).length, n);
	// The other's visit stands as it was, the winner's was moved.
	const states = [];

	for (const id of old) {
		const r = await look(`/appointments/${id}`);

		states.push(/Moved|Rescheduled/.test(r.text));
	}
	assert.deepEqual(states.sort(), [false, true]);
});

await done();
