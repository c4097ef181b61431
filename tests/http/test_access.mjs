// Who gets in and who is put out, with several workers side by side:
// tests/RULES.md, "Logging in" and "Waiting after wrong passwords".
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Client, done, login, serve, test } from '../lib/harness.mjs';

const server = await serve({ patients: 60 });
const admin = login(server, 'admin');
const coordinator = login(server, 'coordinator');

const ctl = (...args) => execFileSync(path.join(server.tree, 'handrailctl'),
	[...args, '--dir', server.dir]).toString();

// The workers of this clinic that are themselves handrail-staff.
function workers() {
	return execFileSync('pgrep', ['-f',
		`handrail-staff --config ${server.dir}/handrail.conf`])
		.toString().trim().split('\n').map(Number)
		.filter(pid => fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8')
			.startsWith(`${server.tree}/handrail-staff`));
}

async function tryLogIn(user, password) {
	const c = new Client(server.staff);

	await c.get('/login');
	return c.post('/login', { login: user, password });
}

await test('the session cookie is the host’s own and does not last', async () => {
	const r = await tryLogIn(coordinator.user, coordinator.password);
	const set = r.headers['set-cookie'].find(c =>
		c.startsWith('__Host-staff='));

	assert.equal(r.status, 303);
	assert.match(set, /^__Host-staff=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/);
});

await test('the disabled are out at the very next request, in each worker', async () => {
	const who = login(server, 'front_desk');
	const c = await new Client(server.staff).logIn(who);
	let inside = 0;

	for (let i = 0; i < 20; i++)
		assert.equal((await c.get('/today')).status, 200);
	ctl('user', 'disable', who.user);
	for (let i = 0; i < 100; i++) {
		const r = await c.get('/today');

		if (r.status !== 303 || !r.headers.location.startsWith('/login'))
			inside++;
	}
	assert.equal(inside, 0);
	assert.equal((await tryLogIn(who.user, who.password)).status, 422);
	ctl('user', 'enable', who.user);
	// The old cookie stays worthless, the password works again.
	assert.equal((await c.get('/today')).status, 303);
	assert.equal((await tryLogIn(who.user, who.password)).status, 303);
});

await test('a new role holds at the next request', async () => {
	const who = login(server, 'biller');
	const c = await new Client(server.staff).logIn(who);
	const a = await new Client(server.staff).logIn(admin);
	const list = (await a.get('/admin/users')).text;
	const ids = [...list.matchAll(/href="\/admin\/users\/(\d+)"/g)].map(m => m[1]);
	let id = null;

	for (const one of ids) {
		const page = (await a.get(`/admin/users/${one}`)).text;

		if (page.includes(`<p class="sub">${who.user}<`)) { id = one; break; }
	}
	assert.ok(id);
	const r = await a.post(`/admin/users/${id}`, { name: 'Somebody Else',
		version: a.hidden('version'), roles: 'front_desk' });
	assert.equal(r.status, 303);
	for (let i = 0; i < 20; i++)
		assert.equal((await c.get('/insurance')).status, 303);
});

await test('waits survive a restart of every worker', async () => {
	const user = login(server, 'case_manager').user;
	const before = workers();
	let status = 0;

	for (let i = 0; i < 5; i++)
		assert.equal((await tryLogIn(user, 'wrong')).status, 422);
	assert.equal((await tryLogIn(user, 'wrong')).status, 429);
	for (const pid of before)
		process.kill(pid, 'SIGTERM');
	for (let i = 0; i < 100 && status !== 200; i++)
		status = (await new Client(server.staff).get('/health')).status;
	const r = await tryLogIn(user, login(server, 'case_manager').password);

	assert.equal(r.status, 429);
	assert.ok(Number(r.headers['retry-after']) > 0);
	assert.ok(!workers().some(pid => before.includes(pid)));
});

await test('guesses side by side do not slip through', async () => {
	const user = login(server, 'clinician').user;
	const all = await Promise.all(Array.from({ length: 30 }, () =>
		tryLogIn(user, 'wrong')));
	const tried = all.filter(r => r.status === 422).length;

	// Each worker can be at one more when the fifth is counted.
	assert.ok(tried >= 1 && tried <= 5 + 2, `${tried} were tried`);
	assert.ok(all.every(r => [422, 429, 503].includes(r.status)));
});

await test('a crowd at the door leaves the others alone', async () => {
	const c = await new Client(server.staff).logIn(admin);
	const crowd = Array.from({ length: 40 }, (_, i) =>
		tryLogIn(`nobody${i}`, 'wrong'));

	for (let i = 0; i < 20; i++)
		assert.equal((await c.get('/admin')).status, 200);
	for (const r of await Promise.all(crowd))
		assert.ok([422, 429, 503].includes(r.status), String(r.status));
});

await test('no token is in the database, and no password in a log', async () => {
	const c = await new Client(server.staff).logIn(coordinator);
	const token = c.cookies.get('__Host-staff');
	const files = [path.join(server.dir, 'handrail.db'),
		path.join(server.dir, 'handrail.db-wal'),
		...fs.readdirSync(path.join(server.dir, 'log')).map(f =>
			path.join(server.dir, 'log', f))];

	for (const file of files) {
		if (!fs.existsSync(file)) continue;
		const bytes = fs.readFileSync(file);

		assert.equal(bytes.indexOf(token), -1, file);
		assert.equal(bytes.indexOf(coordinator.password), -1, file);
	}
});

await done();
