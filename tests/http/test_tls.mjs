// The nginx site that is installed, in front of the demo's programs: TLS,
// what plain HTTP still answers, and names that are not ours. Sources: NIST
// SP 800-52 Rev. 2 (protocols and ciphers), RFC 6797 (HSTS).
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import tls from 'node:tls';
import { fileURLToPath } from 'node:url';
import { done, serve, test } from '../lib/harness.mjs';

const top = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const server = await serve({ patients: 50 });
const plain = server.port + 5, secure = server.port + 6;
const dir = path.join(server.dir, 'tls');

execFileSync('sh', [path.join(top, 'tests/lib/lay-site'), top, dir,
	path.join(server.dir, 'run'), String(plain), String(secure)]);

const nginx = spawn('nginx', ['-p', dir, '-e', `${dir}/nginx-error.log`,
	'-c', `${dir}/nginx.conf`, '-g', 'daemon off;'],
{ env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
	stdio: 'inherit' });

for (let i = 0; i < 100 && !fs.existsSync(`${dir}/nginx.pid`); i++)
	await new Promise(r => setTimeout(r, 50));

const ca = fs.readFileSync(`${dir}/tls.crt`);

function ask(module, port, host, method, target) {
	return new Promise((resolve, reject) => {
		const rq = module.request({ host: '127.0.0.1', port, method,
			path: target, headers: { Host: host },
			servername: host, ca, agent: false }, res => {
			let text = '';

			res.on('data', d => { text += d; });
			res.on('end', () => resolve({ status: res.statusCode,
				headers: res.headers, text }));
		});

		rq.on('error', reject);
		rq.end();
	});
}

function shake(options) {
	return new Promise(resolve => {
		const s = tls.connect({ host: '127.0.0.1', port: secure, ca,
			servername: 'staff.clinic.example', ...options }, () => {
			resolve({ protocol: s.getProtocol(),
				cipher: s.getCipher().standardName });
			s.destroy();
		});

		s.on('error', e => resolve({ error: e.code || String(e) }));
	});
}

await test('TLS 1.2 and 1.3 are spoken, nothing older', async () => {
	for (const v of ['TLSv1.2', 'TLSv1.3'])
		assert.equal((await shake({ minVersion: v, maxVersion: v }))
			.protocol, v);
	const old = await shake({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1',
		ciphers: 'ALL:@SECLEVEL=0' });

	assert.ok(old.error, JSON.stringify(old));
});

await test('TLS 1.2 has forward secrecy and authenticated encryption', async () => {
	const weak = await shake({ maxVersion: 'TLSv1.2',
		ciphers: 'AES128-SHA:AES256-GCM-SHA384:ECDHE-ECDSA-AES128-SHA:@SECLEVEL=0' });
	const good = await shake({ maxVersion: 'TLSv1.2' });

	assert.ok(weak.error, JSON.stringify(weak));
	assert.match(good.cipher, /^TLS_ECDHE_.*(GCM|CHACHA20)/);
});

await test('every secure reply carries HSTS, refusals too', async () => {
	for (const at of ['/login', '/nothing', '/static/none.css', '/errors.css']) {
		const r = await ask(https, secure, 'staff.clinic.example', 'GET', at);

		assert.equal(r.headers['strict-transport-security'],
			'max-age=31536000; includeSubDomains', at);
		assert.ok(r.headers['content-security-policy'], at);
	}
});

await test('a program refuses a host it is not configured for', async () => {
	const r = await ask(https, secure, 'staff.clinic.example', 'GET', '/login');

	assert.equal(r.status, 421);
});

await test('plain HTTP sends a page on and refuses everything else', async () => {
	const get = await ask(http, plain, 'staff.clinic.example', 'GET', '/today');
	const post = await ask(http, plain, 'staff.clinic.example', 'POST', '/login');

	assert.equal(get.status, 301);
	assert.equal(get.headers.location, 'https://staff.clinic.example/today');
	assert.equal(get.headers['strict-transport-security'], undefined);
	assert.equal(post.status, 403);
});

await test('a name that is not ours gets no answer and no certificate', async () => {
	const name = await shake({ servername: 'other.example' });

	assert.ok(name.error, JSON.stringify(name));
	await assert.rejects(ask(http, plain, 'other.example', 'GET', '/'));
});

await test('the access log has no query and no token', async () => {
	await ask(https, secure, 'staff.clinic.example', 'GET',
		'/patients?q=Canary-Name');
	await ask(https, secure, 'staff.clinic.example', 'GET',
		'/r/canarytokencanarytokencanary1234');
	// A line is written after its answer has gone out: it is there for
	// certain once nginx has ended.
	const ended = new Promise(resolve => nginx.on('exit', resolve));

	nginx.kill('SIGQUIT');
	await ended;
	const log = fs.readFileSync(`${dir}/access.log`, 'utf8');

	assert.match(log, / GET \/patients HTTP/);
	assert.match(log, / GET \/r\/- HTTP/);
	assert.doesNotMatch(log, /[Cc]anary/);
});

await done();
