// Calendar feeds over the real web server, read by calendar programs that
// others wrote: a booking, a move and a cancellation come through. What is
// not installed is left out and said so. tests/RULES.md, "Calendar feeds".
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { Client, done, login, serve, test } from '../lib/harness.mjs';

const server = await serve({ patients: 120 });
const rosa = server.logins.find(l => l.program === 'portal');
const desk = login(server, 'front_desk');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'handrail-feed-'));
const installed = name => {
	try {
		execFileSync('which', [name], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
};
const run = (command, ...args) => execFileSync(command, args, {
	env: { ...process.env, HOME: folder, TZ: 'America/New_York',
		LC_ALL: 'C.UTF-8', XDG_CONFIG_HOME: folder,
		XDG_CACHE_HOME: folder, XDG_DATA_HOME: folder },
	stdio: ['ignore', 'pipe', 'pipe'] }).toString();

async function makeLink() {
	const c = await new Client(server.portal).logIn(rosa);

	await c.get('/portal/me/calendar');
	const r = await c.post('/portal/me/calendar', {});

	assert.equal(r.status, 200);
	return r.text.match(/id="link">(http[^<]+)</)[1];
}

const link = await makeLink();
const read = async (headers = {}) => fetch(link, { headers });

// [{uid, status, start, sequence}] of the text, unfolded, by hand.
function events(text) {
	const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n');
	const out = [];

	for (const l of lines) {
		const [, name, , value] =
			/^([A-Z-]+)((?:;[^:]*)?):(.*)$/.exec(l) ?? [];

		if (l === 'BEGIN:VEVENT') out.push({});
		else if (out.length && name) out.at(-1)[name] ??= value;
	}
	return out;
}

// Those that can still be moved: some days ahead, whatever the hour is.
const ahead = new Date(Date.now() + 3 * 86400e3).toISOString()
	.replace(/\D/g, '').slice(0, 8);
const visitOf = e => e.URL.match(/\/visits\/(\d+)/)[1];
const coming = async () => events(await (await read()).text())
	.filter(e => e.STATUS === 'CONFIRMED' && e.DTSTART > ahead)
	.sort((a, b) => a.DTSTART.localeCompare(b.DTSTART));

await test('it opens with the link alone, and says when it is new', async () => {
	const r = await read();
	const tag = r.headers.get('etag');

	assert.equal(r.status, 200);
	assert.match(r.headers.get('content-type'), /^text\/calendar/);
	assert.ok(events(await r.text()).length > 0);
	assert.equal((await read({ 'If-None-Match': tag })).status, 304);
	assert.equal((await fetch(`${link.slice(0, -5)}x.ics`)).status, 404);
	// No log holds the link.
	const secret = link.match(/ics\/([\w-]+)\.ics/)[1];

	for (const f of fs.readdirSync(`${server.dir}/log`))
		assert.ok(!fs.readFileSync(`${server.dir}/log/${f}`)
			.includes(secret), f);
});

// As a person would: the finder's first time on another day.
async function moveVisit(id) {
	const c = await new Client(server.staff).logIn(desk);
	const finder = (await c.get(`/appointments/${id}/move`)).text;
	const slots = [...finder.matchAll(/slot=([\d.]+)/g)].map(m => m[1]);
	const check = (await c.get(
		`/appointments/${id}/move?slot=${slots.at(-1)}`)).text;
	const r = await c.post(`/appointments/${id}/move`, {
		version: check.match(/name="version" value="(\d+)"/)[1],
		slot: slots.at(-1) });

	assert.equal(r.status, 303, r.text);
	return r.headers.location.match(/\d+$/)[0];
}

async function cancelVisit(id) {
	const c = await new Client(server.staff).logIn(desk);
	const page = (await c.get(`/appointments/${id}/cancel`)).text;
	const others = /name="others"/.test(page); // it may be one of a chain
	const r = await c.post(`/appointments/${id}/cancel`, {
		version: page.match(/name="version" value="(\d+)"/)[1],
		by: 'patient', reason: 'better', note: '', next: 'call',
		...others ? { others: 'keep' } : {} });

	assert.equal(r.status, 303, r.text);
}

// What each program makes of the feed: {uid: {start, cancelled}}.
const readers = {};

readers['by hand'] = async () => Object.fromEntries(
	events(await (await read()).text()).map(e => [e.UID, {
		start: e.DTSTART.slice(0, 13),
		cancelled: e.STATUS === 'CANCELLED' }]));

try {
	const ICAL = createRequire(import.meta.url)('ical.js');

	readers['ical.js'] = async () => {
		const lib = ICAL.default ?? ICAL;
		const cal = new lib.Component(lib.parse(
			await (await read()).text()));
		const out = {};

		cal.getAllSubcomponents('vtimezone').forEach(z =>
			lib.TimezoneService.register(z));
		for (const c of cal.getAllSubcomponents('vevent')) {
			const e = new lib.Event(c);

			out[e.uid] = { start: e.startDate.toICALString()
				.slice(0, 13),
			cancelled: c.getFirstPropertyValue('status') ===
				'CANCELLED' };
		}
		return out;
	};
} catch {
	console.log('# ical.js is not installed');
}

const vdir = `${folder}/visits`;

fs.mkdirSync(vdir);
fs.writeFileSync(`${folder}/khal`, `[calendars]
[[visits]]
path = ${vdir}
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
default_timezone = America/New_York
local_timezone = America/New_York
[sqlite]
path = ${folder}/khal.db
`);
if (installed('khal'))
	readers.khal = async () => {
		fs.writeFileSync(`${folder}/feed.ics`,
			await (await read()).text());
		run('khal', '-c', `${folder}/khal`, 'import', '--batch', '-a',
			'visits', `${folder}/feed.ics`);
		const shown = run('khal', '-c', `${folder}/khal`, 'list',
			'--format', '{uid} {start-long} {status}', '--day-format',
			'', 'today', '400d');

		return Object.fromEntries(shown.trim().split('\n')
			.filter(Boolean).map(l => {
				const [uid, day, time] = l.split(' ');

				return [uid, { start: `${day.replace(/-/g, '')}T` +
					time.replace(':', ''),
				cancelled: /CANCELLED/.test(l) }];
			}));
	};
else
	console.log('# khal is not installed');

// A web page's events have no names of their own for vdirsyncer: the visit is
// known by its address.
if (installed('vdirsyncer')) {
	const synced = `${folder}/synced`;

	fs.mkdirSync(synced);
	fs.writeFileSync(`${folder}/vds`, `[general]
status_path = "${folder}/status"
[pair feed]
a = "web"
b = "disk"
collections = null
conflict_resolution = "a wins"
[storage web]
type = "http"
url = "${link}"
[storage disk]
type = "filesystem"
path = "${synced}"
fileext = ".ics"
`);
	run('vdirsyncer', '-c', `${folder}/vds`, 'discover');
	readers.vdirsyncer = async () => {
		run('vdirsyncer', '-c', `${folder}/vds`, 'sync');
		const all = fs.readdirSync(synced).flatMap(f =>
			events(fs.readFileSync(`${synced}/${f}`, 'utf8')
				.replace(/\r?\n/g, '\r\n')));
		const mine = all.filter(e => visitOf(e) === id);

		assert.equal(mine.length, 1);
		assert.equal(all.length, events(
			await (await read()).text()).length);
		return { [first.UID]: { start: mine[0].DTSTART.slice(0, 13),
			cancelled: mine[0].STATUS === 'CANCELLED' } };
	};
} else {
	console.log('# vdirsyncer is not installed');
}

const [first] = await coming();
let id = visitOf(first);

for (const [name, reader] of Object.entries(readers))
	await test(`${name} sees the visit`, async () => {
		assert.equal((await reader())[first.UID].start,
			first.DTSTART.slice(0, 13));
	});

id = await moveVisit(id);
const moved = (await coming()).find(e => e.UID === first.UID);

await test('a move keeps the UID and raises the SEQUENCE', () => {
	assert.ok(moved, 'it is there still');
	assert.notEqual(moved.DTSTART, first.DTSTART);
	assert.ok(Number(moved.SEQUENCE) > Number(first.SEQUENCE));
});

for (const [name, reader] of Object.entries(readers))
	await test(`${name} sees it at its new time, once`, async () => {
		assert.equal((await reader())[first.UID].start,
			moved.DTSTART.slice(0, 13));
	});

await cancelVisit(id);
for (const [name, reader] of Object.entries(readers))
	await test(`${name} sees that it is cancelled`, async () => {
		assert.equal((await reader())[first.UID].cancelled, true);
	});

fs.rmSync(folder, { recursive: true });
await done();
