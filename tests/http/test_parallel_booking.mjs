// Forty people at forty desks want the same time: equal ones and partly
// overlapping ones, of a provider, of a room, of a patient. Each has a
// session of their own; nginx gives them to the workers as they come.
// Exactly one may win; the others are told so and shown three other times.
import assert from 'node:assert/strict';
import { Client, done, serve, test } from '../lib/harness.mjs';
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

// "Care-plan review (30 min)" is option 10: by name, as people choose.
async function typeId(name) {
	const r = await one.get('/appointments/new?patient=1');
	const m = new RegExp(`value="(\\d+)"[^>]*>${name} \\(`).exec(r.text);

	assert.ok(m, `no type of visit called ${name}`);
	return Number(m[1]);
}

// The free times of the finder: provider, site, start.
async function freeTimes(patient, type, rest = '') {
	const r = await one.get(
		`/appointments/new?patient=${patient}&type=${type}${rest}`);

	assert.equal(r.status, 200);
	return [...r.text.matchAll(/name="slot" value="(\d+)\.(\d+)\.(\d+)"/g)].map(m => ({
		provider: Number(m[1]), site: Number(m[2]),
		start: Number(m[3]) }));
}

const slotText = s => `${s.provider}.${s.site}.${s.start}`;

// All at once; what came back, in two heaps.
async function race(bookings) {
	for (const c of desks) await c.get('/appointments/new');
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
		const r = await one.get(`/appointments/new?patient=${id}` +
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

await done();
