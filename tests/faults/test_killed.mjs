// All workers are killed while somebody books, a little later each time.
// What was answered stands; what was not stands whole or not at all; and
// the same form sent again books once.
import assert from 'node:assert/strict';
import { done, serve, test } from '../lib/harness.mjs';
import { Desk, sound, workers } from './book.mjs';

const ROUNDS = 8;
const server = await serve({ patients: 200 });
const desk = await new Desk(server).open();
const wait = ms => new Promise(r => setTimeout(r, ms));
const heaps = { answered: 0, kept: 0, gone: 0 };

async function round(delay) {
	const form = await desk.form();
	const before = await desk.booked(form);
	const doomed = workers(server);
	const sent = desk.send(form).catch(() => ({ status: 0 }));

	assert.ok(doomed.length >= 4, `${doomed.length} workers`);
	await wait(delay);
	for (const pid of doomed)
		try { process.kill(pid, 'SIGKILL'); } catch { /* recycled */ }
	const first = await sent;

	// One that is dying may still take a connection along: all are gone
	// first, and as many are there again.
	for (;;) {
		const now = workers(server);

		if (!now.some(pid => doomed.includes(pid)) &&
			now.length >= doomed.length)
			break;
		await wait(20);
	}
	const after = [...await desk.booked(form)].filter(v => !before.has(v));

	assert.ok(after.length <= 1, 'booked at most once');
	if (first.status === 303)
		assert.equal(first.headers.location, `/appointments/${after[0]}`);
	else
		assert.ok([0, 502].includes(first.status), `${first.status}`);
	heaps[first.status === 303 ? 'answered'
		: after.length ? 'kept' : 'gone']++;

	const again = await desk.send(form);

	assert.equal(again.status, 303, 'sent again');
	if (after.length)
		assert.equal(again.headers.location,
			`/appointments/${after[0]}`);
	const now = [...await desk.booked(form)].filter(v => !before.has(v));

	assert.equal(now.length, 1, 'there is one visit');
	assert.match((await desk.client.get(again.headers.location)).text,
		/<h1[^>]*>[^]*Fault/);
	sound(server);
	/* A worker that lives for a second is no failure of its pool. */
	await wait(1100);
}

for (let i = 0; i < ROUNDS; i++)
	await test(`killed ${3 * i} ms after the form was sent`,
		() => round(3 * i));
console.log(`# answered ${heaps.answered}, kept without an answer ` +
	`${heaps.kept}, gone ${heaps.gone}`);
await done();
