// What every reply carries, what is refused at the door, and what a dying
// worker does to the others: black box, through the real nginx.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import { Client, done, login, serve, test } from '../lib/harness.mjs';

const server = await serve({ patients: 100 });
const coordinator = login(server, 'coordinator');
const patient = login(server, null, 'portal');

const CSP = ["default-src 'none'", "script-src 'self'", "style-src 'self'",
	"img-src 'self'", "font-src 'self'", "connect-src 'self'",
	"form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
	"object-src 'none'", "manifest-src 'self'", 'report-uri /csp-report'];

function checkHeaders(r, what) {
	const h = r.headers;

	assert.deepEqual(h['content-security-policy']?.split('; ').sort(),
		[...CSP].sort(), what);
	assert.equal(h['x-content-type-options'], 'nosniff', what);
	assert.equal(h['referrer-policy'], 'same-origin', what);
	assert.equal(h['cross-origin-opener-policy'], 'same-origin', what);
	assert.equal(h['cross-origin-resource-policy'], 'same-origin', what);
	// Camera and microphone: on one page alone.
	assert.match(h['permissions-policy'] ?? '',
		/\/portal\/device$/.test(what) ? /camera=\(self\)/
			: /camera=\(\), .*microphone=\(\)/, what);
	assert.equal(h['access-control-allow-origin'], undefined, what);
	assert.ok(!/nginx\/|\d+\.\d+/.test(h.server ?? ''), what);
}

// One raw request, for what no client library would send.
function raw(port, text) {
	return new Promise((resolve, reject) => {
		const s = net.connect(port, '127.0.0.1', () => s.write(text));
		let got = '';

		s.setTimeout(10000, () => s.destroy());
		s.on('data', d => { got += d; });
		s.on('close', () => resolve(got));
		// nginx may hang up on what it will not answer.
		s.on('error', e => e.code === 'ECONNRESET' ? resolve('')
			: reject(e));
	});
}

await test('every reply has the headers, refusals too', async () => {
	const c = new Client(server.staff);

	for (const at of ['/login', '/nothing', '/patients', '/static/none.css',
		'/patients/1/x.css', '/../etc/passwd', '/health'])
		checkHeaders(await c.get(at), at);
	const portal = new Client(server.portal);
	for (const at of ['/portal/device', '/portal/login', '/check-in',
		'/kiosk', '/kiosk/check'])
		checkHeaders(await portal.get(at), at);
	await c.logIn(coordinator);
	for (const at of ['/today', '/patients/999999999', '/admin/users']) {
		const r = await c.get(at);

		checkHeaders(r, at);
		assert.equal(r.headers['cache-control'], 'no-store', at);
	}
});

await test('another host name is refused', async () => {
	for (const port of [0, 1, 2].map(n => server.port + n))
		for (const host of ['evil.example', '127.0.0.1', `x:${port}`]) {
			const r = await raw(port, 'GET /login HTTP/1.1\r\n' +
				`Host: ${host}\r\nConnection: close\r\n\r\n`);

			assert.ok(r === '' || / (400|421) /.test(r.slice(0, 20)),
				`${host}: ${r.slice(0, 60)}`);
		}
});

await test('methods nobody declared are refused', async () => {
	const c = await new Client(server.staff).logIn(coordinator);

	for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
		const r = await c.request(method, '/today');

		assert.ok([400, 403, 405].includes(r.status),
			`${method}: ${r.status}`);
	}
});

await test('the session cookie is strict and not kept', async () => {
	const c = new Client(server.staff);

	await c.get('/login');
	const before = [...c.cookies.values()];
	const r = await c.post('/login', { login: coordinator.user,
		password: coordinator.password });
	const line = r.headers['set-cookie'].find(l =>
		l.startsWith('__Host-staff='));

	assert.match(line, /; Path=\/;/);
	assert.match(line, /; Secure/);
	assert.match(line, /; HttpOnly/);
	assert.match(line, /; SameSite=Strict/);
	assert.ok(!/Domain|Max-Age|Expires/i.test(line), line);
	assert.ok(!before.includes(c.cookies.get('__Host-staff')));
});

await test('a portal session is nothing to the staff program', async () => {
	const p = await new Client(server.portal).logIn(patient);
	const s = await new Client(server.staff).logIn(coordinator);
	const crossed = [
		[server.staff, '/today', `__Host-staff=${
			p.cookies.get('__Host-portal')}`],
		[server.staff, '/today', `__Host-portal=${
			p.cookies.get('__Host-portal')}`],
		[server.portal, '/portal', `__Host-portal=${
			s.cookies.get('__Host-staff')}`]];

	for (const [base, at, cookie] of crossed) {
		const r = await new Client(base).request('GET', at,
			{ headers: { Cookie: cookie } });

		assert.equal(r.status, 303, `${base} ${cookie.slice(0, 16)}`);
		assert.match(r.headers.location, /login/);
	}
	assert.equal((await new Client(server.portal).get('/today')).status,
		404);
	assert.equal((await new Client(server.staff).get('/portal')).status,
		404);
});

await test('a session ended is ended in every worker', async () => {
	const a = await new Client(server.staff).logIn(coordinator);
	const b = new Client(server.staff);

	for (const [k, v] of a.cookies) b.cookies.set(k, v);
	assert.equal((await a.post('/logout')).status, 303);
	for (let i = 0; i < 40; i++)
		assert.equal((await b.get('/today')).status, 303);
});

await test('static files are hashed, compressed and kept', async () => {
	const c = new Client(server.staff);
	const { text } = await c.get('/login');
	const css = /href="(\/static\/[^"]*app[^"]*\.css)"/.exec(text)[1];
	const r = await c.get(css, { 'Accept-Encoding': 'gzip' });

	assert.match(css, /\.[0-9a-f]{8}\.css$/);
	assert.equal(r.status, 200);
	assert.match(r.headers['cache-control'], /max-age=31536000/);
	assert.match(r.headers['cache-control'], /immutable/);
	assert.equal(r.headers['content-encoding'], 'gzip');
});

await test('too much is refused, and nothing is lost', async () => {
	const c = await new Client(server.staff).logIn(coordinator);
	const r = await c.post('/search', { q: 'x'.repeat(3 * 1024 * 1024) });

	assert.equal(r.status, 413);
	assert.equal((await c.get('/today')).status, 200);
});

await test('what a client says of itself is not believed', async () => {
	const c = new Client(server.staff);

	await c.get('/login');
	await c.post('/login', { login: 'nobody-here', password: 'x'.repeat(20) },
		{ 'X-Forwarded-For': '203.0.113.9', 'X-Real-IP': '203.0.113.9' });
	const log = fs.readdirSync(`${server.dir}/log`).map(f =>
		fs.readFileSync(`${server.dir}/log/${f}`, 'utf8')).join('');

	assert.ok(!log.includes('203.0.113.9'));
	assert.ok(!log.includes('nobody-here'));
});

await test('names and passwords are in no log', async () => {
	const log = fs.readdirSync(`${server.dir}/log`).map(f =>
		fs.readFileSync(`${server.dir}/log/${f}`, 'utf8')).join('');

	assert.ok(!log.includes(coordinator.password));
	assert.ok(!log.includes(patient.password));
	assert.ok(!/[?&][a-z]+=/.test(log.replace(/ref=|at=/g, '')), 'query');
});

await test('one dead worker harms one request at most', async () => {
	const c = await new Client(server.staff).logIn(coordinator);
	const pids = execFileSync('pgrep', ['-f',
		`handrail-staff --config ${server.dir}/handrail.conf`])
		.toString().trim().split('\n').map(Number);
	let failed = 0;

	assert.ok(pids.length >= 4);
	for (const pid of pids)
		if (fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8')
			.startsWith(`${server.tree}/handrail-staff`)) {
			process.kill(pid, 'SIGKILL');
			break;
		}
	for (let i = 0; i < 60; i++)
		if ((await c.get('/today')).status !== 200) failed++;
	assert.ok(failed <= 1, `${failed} failed`);
});

await done();
