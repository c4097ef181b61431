// What the tests over HTTP and in the browser share: the real nginx and
// programs on a clinic of their own, a small client, and TAP.
//
// A test file calls serve(), test() for each case, and done(). Cases run in
// order on one clinic; each makes what it needs and leaves the rest alone.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const top = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const tree = process.env.HANDRAIL_TREE || process.cwd();

// ---- TAP ------------------------------------------------------------------

let count = 0, bad = 0;
const stops = [];

export async function test(name, run) {
	count++;
	try {
		await run();
		console.log(`ok ${count} - ${name}`);
	} catch (e) {
		bad++;
		console.log(`not ok ${count} - ${name}`);
		for (const line of String(e.stack || e).split('\n').slice(0, 12))
			console.log(`# ${line}`);
	}
}

// Stop what was started; done() does it too.
export async function stop() {
	for (const end of stops.splice(0).reverse()) await end();
}

export async function done() {
	await stop();
	console.log(`1..${count}`);
	process.exit(bad === 0 && count > 0 ? 0 : 1);
}

// ---- The server -----------------------------------------------------------

const wait = ms => new Promise(r => setTimeout(r, ms));

// tests/lib/pg, for a PostgreSQL of the tests' own.
export const pg = (...words) => execFileSync(path.join(top, 'tests/lib/pg'),
	words, { encoding: 'utf8' }).trim();

// Roles are of the whole server: see the README's "On PostgreSQL".
export function makeDatabase(folder, name) {
	for (const role of ['staff', 'portal', 'api', 'worker', 'admin'])
		pg('sql', folder, 'postgres', 'DO $$ BEGIN IF to_regrole(' +
			`'handrail_${role}') IS NULL THEN CREATE ROLE ` +
			`handrail_${role} LOGIN; END IF; END $$`);
	pg('sql', folder, 'postgres',
		`CREATE DATABASE ${name} OWNER handrail_admin`);
}

// What "bootstrap demo" is told of HANDRAIL_TEST_DATABASE: a new database
// there, reached through the pooler if there is one. Nothing for SQLite.
const admin = process.env.HANDRAIL_TEST_DATABASE ?? '';
const pooler = process.env.HANDRAIL_TEST_POOLER ?? '';

export const onServer = admin !== '';

function ownDatabase() {
	const name = `clinic${process.pid}_${++databases}`;
	const folder = new URLSearchParams(admin.split('?')[1]).get('host');

	if (!onServer) return [];
	makeDatabase(folder, name);
	return ['--database', `postgresql:///${name}?host=${pooler || folder}`,
		...pooler ? ['--set', 'database_pooler=transaction'] : []];
}
let databases = 0;

// Start a clinic; the answer has its addresses and its log-ins by role.
export async function serve({ patients = 200, port = freePort(),
	database = ownDatabase() } = {}) {
	const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'handrail-'));
	const child = spawn(path.join(top, 'bootstrap'), ['demo', '--dir', dir,
		'--port', String(port), '--patients', String(patients),
		...database],
		{ env: { ...process.env, HANDRAIL_TREE: tree },
			stdio: ['ignore', 'pipe', 'pipe'], detached: true });
	let said = '', ended = null;

	child.stdout.on('data', d => { said += d; });
	child.stderr.on('data', d => { said += d; });
	child.on('exit', code => { ended = code ?? 1; });
	// A test that breaks off leaves no server behind.
	process.on('exit', () => { if (ended === null) child.kill('SIGTERM'); });
	stops.push(async () => {
		if (ended === null) {
			process.kill(child.pid, 'SIGTERM');
			for (let i = 0; i < 200 && ended === null; i++)
				await wait(50);
		}
		fs.rmSync(dir, { recursive: true, force: true });
	});
	while (!fs.existsSync(path.join(dir, 'ready'))) {
		if (ended !== null) throw new Error(`no server: ${said}`);
		await wait(100);
	}
	return { dir, port, tree, staff: `http://localhost:${port}`,
		portal: `http://localhost:${port + 1}`,
		api: `http://localhost:${port + 2}`, logins: readLogins(dir) };
}

// Three ports in a row that nobody listens on are likely above 20000.
function freePort() {
	return 20000 + (process.pid * 3) % 10000;
}

function readLogins(dir) {
	const [head, ...rows] = fs.readFileSync(path.join(dir, 'logins.tsv'),
		'utf8').trim().split('\n').map(l => l.split('\t'));

	return rows.map(r => Object.fromEntries(head.map((h, i) => [h, r[i]])));
}

export function login(server, role, program = 'staff') {
	const row = server.logins.find(l =>
		l.program === program && (!role || l.role === role));

	if (!row) throw new Error(`no log-in for ${role} in ${program}`);
	return row;
}

// ---- A client without a browser -------------------------------------------

// One person's cookies. Every request says what a browser of today would.
export class Client {
	constructor(base) {
		this.base = base;
		this.cookies = new Map();
		this.page = '';
	}

	request(method, target, { body = null, headers = {} } = {}) {
		const url = new URL(target, this.base);
		const send = { Host: url.host, ...headers };

		if (this.cookies.size)
			send.Cookie = [...this.cookies].map(([k, v]) =>
				`${k}=${v}`).join('; ');
		if (body !== null) {
			send['Content-Type'] ??=
				'application/x-www-form-urlencoded';
			send['Content-Length'] = Buffer.byteLength(body);
		}
		return new Promise((resolve, reject) => {
			const rq = http.request({ host: '127.0.0.1',
				port: url.port, path: url.pathname + url.search,
				method, headers: send, agent: false }, res => {
				const parts = [];

				res.on('data', d => parts.push(d));
				res.on('end', () => {
					this.#keep(res.headers['set-cookie']);
					resolve({ status: res.statusCode,
						headers: res.headers,
						text: Buffer.concat(parts)
							.toString('utf8') });
				});
			});

			rq.on('error', reject);
			rq.end(body);
		});
	}

	#keep(lines = []) {
		for (const line of lines) {
			const [, k, v] = /^([^=]+)=([^;]*)/.exec(line);

			if (v === '') this.cookies.delete(k);
			else this.cookies.set(k, v);
		}
	}

	async get(target, headers = {}) {
		const r = await this.request('GET', target,
			{ headers: { 'Sec-Fetch-Site': 'same-origin', ...headers } });

		if (r.status === 200) this.page = r.text;
		return r;
	}

	// The hidden values of the last page's forms, with these fields.
	async post(target, fields = {}, headers = {}) {
		const body = new URLSearchParams({ csrf: this.hidden('csrf'),
			once: createHash('sha256').update(String(Math.random()))
				.digest('hex').slice(0, 32), ...fields });

		return this.request('POST', target, { body: body.toString(),
			headers: { Origin: this.base,
				'Sec-Fetch-Site': 'same-origin', ...headers } });
	}

	hidden(name) {
		const m = new RegExp(`name="${name}" value="([^"]*)"`)
			.exec(this.page);

		return m ? m[1] : '';
	}

	async logIn(who) {
		const at = who.program === 'portal' ? '/portal/login' : '/login';

		await this.get(at);
		const r = await this.post(at,
			{ login: who.user, password: who.password });

		if (r.status !== 303)
			throw new Error(`log-in of ${who.user}: ${r.status}`);
		await this.get(r.headers.location);
		return this;
	}
}
