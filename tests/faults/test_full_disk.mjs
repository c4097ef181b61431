// The disk fills up while people work: every page that cannot be put down
// in the log says so and shows nothing, a booking is not half made, and
// with room again all goes on. The disk is a small one in memory, in a
// mount namespace of its own, so that nothing of it is left behind.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { done, serve, test } from '../lib/harness.mjs';
import { Desk, sound } from './book.mjs';

const SIZE_MB = 96;

if (!process.env.FAULT_DISK) {
	const disk = fs.mkdtempSync(path.join(os.tmpdir(), 'handrail-disk-'));
	const may = spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none',
		disk]);

	if (may.status !== 0) {
		console.log('ok 1 - a full disk # SKIP no right to mount one');
		console.log('1..1');
		fs.rmdirSync(disk);
		process.exit(0);
	}
	const r = spawnSync('unshare', ['-m', process.execPath,
		process.argv[1]], { stdio: 'inherit',
		env: { ...process.env, FAULT_DISK: disk } });

	fs.rmdirSync(disk);
	process.exit(r.status ?? 1);
}

const disk = process.env.FAULT_DISK;

execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m`, 'none', disk]);
process.env.TMPDIR = disk;

const server = await serve({ patients: 100 });
const desk = await new Desk(server).open();
const filler = path.join(disk, 'filler');
const form = await desk.form();
const before = await desk.booked(form);
const SAID = /Nothing was saved/;

function fill() {
	const fd = fs.openSync(filler, 'a');

	for (let block = Buffer.alloc(1 << 16, 1); block.length;)
		try {
			if (fs.writeSync(fd, block) < block.length) break;
		} catch (e) {
			assert.equal(e.code, 'ENOSPC');
			if (block.length === 1) break;
			block = block.subarray(0, block.length >> 1);
		}
	fs.closeSync(fd);
}

await test('what cannot be logged is not shown', async () => {
	let r = { status: 200 }, n = 0;

	assert.match((await desk.client.get('/today')).text,
		/\/(patients|items|appointments)\/\d/);
	fill();
	/* The journal has some room of its own left. */
	for (; n < 4000 && r.status === 200; n++)
		r = await desk.client.get('/today');
	console.log(`# ${n} pages until the disk was full`);
	assert.equal(r.status, 500);
	assert.match(r.text, SAID);
	assert.doesNotMatch(r.text, /\/(patients|items|appointments)\/\d/);
});

await test('a booking is refused, with a page that says so', async () => {
	const r = await desk.send(form);

	assert.equal(r.status, 500);
	assert.match(r.text, SAID);
});

await test('with room again the same form books', async () => {
	fs.rmSync(filler);
	assert.deepEqual(await desk.booked(form), before);
	const r = await desk.send(form);

	assert.equal(r.status, 303);
	assert.equal((await desk.booked(form)).size, before.size + 1);
	sound(server);
});

await done();
