// A primary and a standby that follows it commit by commit. While six desks
// book, the primary loses its power and the standby takes over. Every
// booking that was answered is there, once; who asked meanwhile is told so;
// nothing is restarted. What was not answered is there whole or not at all,
// and the same form sent again books once.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { done, makeDatabase, pg, serve, test } from '../lib/harness.mjs';
import { addDesk, Desk, sound, workers } from './book.mjs';

const DESKS = 6, BEFORE = 20, AFTER = 20, PATIENTS = 400;
const tool = path.join(path.dirname(fileURLToPath(import.meta.url)),
	'../lib/pg');
const missing = spawnSync(tool, ['missing'], { encoding: 'utf8' });

if (missing.status === 0) {
	console.log(`ok 1 - a failover # SKIP ${missing.stdout.trim()}`);
	console.log('1..1');
	process.exit(0);
}

// unix(7): the path of a socket is short.
const home = fs.mkdtempSync('/tmp/hr-pg.');
const [primary, standby] = ['a', 'b'].map(n => path.join(home, n));
const wait = ms => new Promise(r => setTimeout(r, ms));

function clear() {
	for (const one of [primary, standby])
		spawnSync(tool, ['stop', one]);
	fs.rmSync(home, { recursive: true, force: true });
}
process.on('exit', clear);
for (const sign of ['SIGINT', 'SIGTERM', 'SIGHUP'])
	process.on(sign, () => process.exit(130));

fs.chmodSync(home, 0o755);
execFileSync(tool, ['start', primary, 'durable']);
makeDatabase(primary, 'clinic');
execFileSync(tool, ['start', standby, 'standby-of', primary]);
const server = await serve({ patients: PATIENTS, database: ['--database',
	`postgresql:///clinic?host=${primary},${standby}` +
	'&target_session_attrs=read-write'] });
const born = workers(server);

// What happened to each form that was sent.
const answered = new Map(), unknown = [], refused = [];
let goOn = true;

function isClear(r) {
	assert.equal(r.status, 503);
	assert.ok(Number(r.headers['retry-after']) > 0);
	assert.match(r.text, /data-why/);
	assert.match(r.text, /Nothing of this was saved|cannot be shown until|broke off just while/);
	refused.push(r);
}

// Books for every sixth patient, one after the other, until told to stop.
async function work(desk, i) {
	for (let patient = 1 + i; goOn && patient <= PATIENTS;) {
		const { r, form } = await desk.formOf(patient, i);

		if (r.status === 200 && !form) { patient += DESKS; continue; }
		if (!form) { isClear(r); await wait(200); continue; }
		const said = await desk.send(form);

		if (said.status === 303) {
			answered.set(Number(said.headers.location.split('/')
				.pop()), form);
		} else if (said.status === 503) {
			isClear(said);
			unknown.push({ desk, form });
			await wait(200);
		} else {
			/* Another desk was quicker. */
			assert.equal(said.status, 409);
		}
		patient += DESKS;
	}
}

async function until(what, is) {
	for (let tries = 0; tries < 1200; tries++) {
		if (is()) return;
		await wait(50);
	}
	throw new Error(`it did not come to this: ${what}`);
}

// The visits of the desks, as the server that answers now has them.
function booked() {
	return pg('sql', standby, 'clinic', 'SELECT id, patient_id ' +
		"FROM appointment WHERE reason = 'Fault'").split('\n')
		.filter(l => l).map(l => l.split('|').map(Number));
}

const desks = [];
for (let i = 0; i < DESKS; i++)
	desks.push(await new Desk(server).open(addDesk(server, i)));
const load = Promise.all(desks.map(work));
load.catch(() => { goOn = false; });

await test('both servers have what is answered', async () => {
	await until('bookings', () => answered.size >= BEFORE || !goOn);
	const known = new Map(booked());

	assert.ok(goOn);
	for (const [id, form] of [...answered].slice(0, BEFORE))
		assert.equal(known.get(id), form.patient);
});

await test('without a server every page says so', async () => {
	pg('kill', primary);
	await until('a page without a database', () =>
		refused.length >= DESKS || !goOn);
	assert.ok(goOn);
	assert.equal((await desks[0].client.get('/health')).status, 503);
});

await test('with the standby in its place the same programs book', async () => {
	const before = answered.size;

	pg('promote', standby);
	await until('bookings on the other server', () =>
		answered.size >= before + AFTER || !goOn);
	goOn = false;
	await load;
	assert.deepEqual(workers(server), born);
	console.log(`# ${before} answered before, ${answered.size - before} ` +
		`after, ${unknown.length} without an answer, ` +
		`${refused.length} told to wait`);
});

await test('every booking that was answered is there, once', async () => {
	const all = booked();
	const known = new Map(all);

	for (const [id, form] of answered)
		assert.equal(known.get(id), form.patient, `visit ${id}`);
	const doubtful = new Set(unknown.map(u => u.form.patient));

	for (const [id, patient] of all)
		assert.ok(answered.has(id) || doubtful.has(patient),
			`visit ${id} of patient ${patient}`);
	assert.equal(new Set(all.map(([, patient]) => patient)).size,
		all.length, 'one visit a patient');
});

await test('what was not answered, sent again, books once', async () => {
	for (const { desk, form } of unknown) {
		const r = await desk.send(form);

		/* A time that was free is somebody else's by now. */
		assert.ok([303, 409].includes(r.status), `${r.status}`);
		const mine = booked().filter(([, p]) => p === form.patient);

		assert.equal(mine.length, r.status === 303 ? 1 : 0);
	}
});

await test('the rules hold, and the chain of the log is whole', async () => {
	sound(server);
	assert.equal((await desks[0].client.get('/health')).status, 200);
});

await done();
