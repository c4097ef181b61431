// load.mjs SECONDS CONNECTIONS ENGINE ROWS DIR:PORT
//
// A mixed day over nginx: of a hundred requests seventy read as staff,
// twenty as a patient, ten book a visit. So many connections ask as fast as
// they are answered. Prints a line of bench.tsv: the wait of each request,
// how many a second, and how many were refused; a time that somebody else
// had just taken is an answer, not an error.
import fs from 'node:fs';
import http from 'node:http';
import { Client } from '../lib/harness.mjs';

const [seconds, connections, engine, rows, at] = process.argv.slice(2);
const [dir, port] = at.split(':');
const staffUrl = `http://localhost:${port}`;
const portalUrl = `http://localhost:${Number(port) + 1}`;

const [head, ...lines] = fs.readFileSync(`${dir}/logins.tsv`, 'utf8').trim()
	.split('\n').map(l => l.split('\t'));
const logins = lines.map(r =>
	Object.fromEntries(head.map((h, i) => [h, r[i]])));
const who = (program, role) => logins.find(l =>
	l.program === program && l.role === role);

const staff = await new Client(staffUrl).logIn(who('staff', 'coordinator'));
const patient = await new Client(portalUrl).logIn(who('portal', 'patient'));

const cookie = c => [...c.cookies].map(([k, v]) => `${k}=${v}`).join('; ');
const agent = new http.Agent({ keepAlive: true,
	maxSockets: Number(connections) });

// Times that are free, as many as will be booked, of many days.
async function freeTimes() {
	const page = await staff.get('/appointments/new?patient=1');
	const type = /value="(\d+)"[^>]*>Care-plan review \(/.exec(page.text)[1];
	const found = new Set();

	for (let d = 20; d < 80 && found.size < 2000; d++) {
		const day = new Date(Date.now() + d * 86400000)
			.toISOString().slice(0, 10);
		const r = await staff.get(`/appointments/new?patient=1&type=${
			type}&earliest=${day}`);

		for (const m of r.text.matchAll(/slot=(\d+\.\d+\.\d+)/g))
			found.add(m[1]);
	}
	return { type, slots: [...found].sort(() => Math.random() - 0.5) };
}

const { type, slots } = await freeTimes();
const csrf = staff.hidden('csrf');
const staffCookie = cookie(staff), patientCookie = cookie(patient);
const reads = ['/today', '/patients', '/calendar?view=day', '/followups',
	'/patients/7', '/insurance', '/patients/11'];
const portal = ['/portal', '/portal/visits'];
let count = 0, refused = 0, taken = 0;
const waits = [];

function next() {
	const i = count++ % 100;

	if (i % 10 === 9) {
		const body = new URLSearchParams({ csrf, type, mode: 'phone',
			patient: 1 + count * 7 % 900, reason: 'Bench',
			slot: slots[count / 10 % slots.length | 0],
			once: `bench${process.pid}.${count}` }).toString();

		return { method: 'POST', path: '/appointments', port,
			cookie: staffCookie, body };
	}
	if (i % 10 >= 7)
		return { method: 'GET', path: portal[i % 2],
			port: Number(port) + 1, cookie: patientCookie };
	return { method: 'GET', path: reads[i % reads.length], port,
		cookie: staffCookie };
}

function ask({ method, path, port: to, cookie: jar, body }) {
	return new Promise(resolve => {
		const from = process.hrtime.bigint();
		const headers = { Host: `localhost:${to}`, Cookie: jar,
			'Sec-Fetch-Site': 'same-origin' };

		if (body) {
			headers.Origin = staffUrl;
			headers['Content-Type'] =
				'application/x-www-form-urlencoded';
			headers['Content-Length'] = Buffer.byteLength(body);
		}
		const rq = http.request({ host: '127.0.0.1', port: to, path,
			method, headers, agent }, res => {
			res.resume();
			res.on('end', () => {
				waits.push(Number(process.hrtime.bigint() -
					from) / 1e3);
				if (res.statusCode === 409) taken++;
				else if (res.statusCode >= 400) refused++;
				resolve();
			});
		});

		rq.on('error', () => { refused++; resolve(); });
		rq.end(body);
	});
}

const end = Date.now() + Number(seconds) * 1000;

async function connection() {
	while (Date.now() < end) await ask(next());
}

const from = Date.now();

await Promise.all(Array.from({ length: Number(connections) }, connection));

const took = (Date.now() - from) / 1000;

waits.sort((a, b) => a - b);
const p = part => Math.round(waits[Math.floor(waits.length * part)]);

console.log([`mixed day, ${connections} connection${
	connections === '1' ? '' : 's'}`, engine, rows, p(0.5), p(0.99), '-', '-',
	'-', '-', Math.round(waits.length / took), refused, '-', '-'].join('\t'));
if (taken > waits.length / 20)
	console.error(`load: ${taken} of ${waits.length} times were taken`);
process.exit(0);
