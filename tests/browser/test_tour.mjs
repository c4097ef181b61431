// Every page there is, as every role: found by following links, checked
// against the programs' own route tables. On each: axe-core in light and
// dark, no sideways scroll at 320 px, no CSP violation, nothing kept in the
// browser. A page that the tour does not reach fails the test by name.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { axeFindings, launch, logIn, open, overflow }
	from '../lib/browser.mjs';
import { done, serve, test } from '../lib/harness.mjs';

const server = await serve({ patients: 300 });
const browser = await launch();

// Files to save, and pages for those who are not logged in: elsewhere.
const NOT_TOURED = /\.ics$|\/csv$|^\/health$|\/login$|^\/lock$|activate|forgot/;

const table = execFileSync(path.join(server.tree, 'handrailctl'), ['routes'])
	.toString().trim().split('\n').slice(1).map(l => l.split('\t'))
	.filter(([program, method, at]) => method === 'GET' &&
		['staff', 'portal'].includes(program) && !NOT_TOURED.test(at));
const rows = table.map(([program, , at]) =>
	({ program, at, parts: at.split('/') }))
	.sort((a, b) => (a.at.match(/:/g) ?? []).length -
		(b.at.match(/:/g) ?? []).length);

// "/patients/17/edit" was made by which row of the table? As for the
// dispatcher: the row that spells out most.
function rowOf(program, pathname) {
	const parts = pathname.split('/');

	return rows.find(r => r.program === program &&
		r.parts.length === parts.length && r.parts.every((w, i) =>
		w.startsWith(':') || w === parts[i]))?.at;
}

async function links(page) {
	return page.$$eval('a[href^="/"]', as => [...new Set(as.map(a =>
		a.getAttribute('href')))].filter(h => !h.startsWith('/static/')));
}

// What the page itself did wrong, before axe touches it: axe sets styles
// of its own, which the policy refuses too.
function take(page, where, faults) {
	for (const f of page.faults.splice(0)) faults.push(`${where}: ${f}`);
}

async function look(page, url, faults) {
	for (const theme of ['light', 'dark']) {
		await page.emulateMedia({ colorScheme: theme });
		take(page, `${url} ${theme}`, faults);
		for (const f of await axeFindings(page))
			faults.push(`${url} ${theme}: ${f}`);
		page.faults.length = 0;
	}
	// Paper is no narrower on a phone.
	if (/\/print(\?|$)/.test(url)) return;
	await page.setViewportSize({ width: 320, height: 700 });
	const wide = await overflow(page);

	if (wide > 0) faults.push(`${url}: ${wide} px too wide at 320`);
	take(page, `${url} at 320`, faults);
	for (const f of await axeFindings(page))
		faults.push(`${url} at 320: ${f}`);
	page.faults.length = 0;
	await page.setViewportSize({ width: 1440, height: 900 });
	if (await page.evaluate(() => localStorage.length +
		sessionStorage.length) > 0)
		faults.push(`${url}: keeps something in the browser`);
}

const seen = { staff: new Set(), portal: new Set() };
// Of each ":kind" those that links named: to the staff, or to this patient,
// for whom there are no others.
const ids = {};
const whose = who => ids[who.program === 'staff' ? 'staff' : who.user] ??= {};

function learn(who, row, pathname) {
	const parts = pathname.split('/');

	row.split('/').forEach((w, i) => {
		if (w.startsWith(':'))
			(whose(who)[w] ??= new Set()).add(parts[i]);
	});
}

// n of them, from the first to the last.
const some = (all, n) => all.filter((_, i) =>
	i % Math.ceil(all.length / n) === 0);

// Pages that no link on this clinic led to, with the objects that are
// known: a page of a visit still to come needs one that is.
function unlinked(who) {
	const missed = table.filter(([p, , at]) =>
		p === who.program && !seen[p].has(at)).map(([, , at]) => at);

	return missed.flatMap(at => {
		const kind = /:[a-z_]+/.exec(at)?.[0];

		return kind === undefined ? [at]
			: some([...whose(who)[kind] ?? []], 40).map(id =>
				at.replace(kind, id));
	});
}

// Follow links breadth first until no new kind of page turns up.
async function tour(who, start, faults) {
	const page = await open(browser);
	const queue = [start], asked = new Set(), tried = new Set();
	let n = 0;

	await logIn(page, who);
	while (n < 400) {
		if (queue.length === 0)
			queue.push(...unlinked(who)
				.filter(u => !tried.has(u)));
		if (queue.length === 0) break;
		const at = queue.shift();
		const row = rowOf(who.program, at.split('?')[0]);
		const key = row + (at.includes('view=') ? at.replace(
			/.*view=([a-z]+).*/, '?$1') : '');

		if (!row || tried.has(at)) continue;
		tried.add(at);
		learn(who, row, at.split('?')[0]);
		if (asked.has(key)) continue;
		n++;
		const r = await page.goto(new URL(at, who.url).href);

		// What its object's state does not allow: another may.
		if (r.status() === 409) continue;
		asked.add(key);
		if (r.status() === 403) continue;
		if (r.status() >= 400) {
			faults.push(`${who.role} ${at}: ${r.status()}`);
			continue;
		}
		if (!seen[who.program].has(key)) {
			seen[who.program].add(key);
			seen[who.program].add(row);
			await look(page, `${who.role} ${at}`, faults);
		}
		queue.push(...await links(page));
	}
	await page.context().close();
}

for (const who of server.logins)
	await test(`${who.program} as ${who.role}: every page is sound`,
		async () => {
			const faults = [];

			await tour(who, who.program === 'portal' ? '/portal'
				: '/', faults);
			assert.deepEqual(faults, []);
		});

for (const program of ['staff', 'portal'])
	await test(`the tour reached every page of ${program}`, () => {
		const missed = table.filter(([p, , at]) =>
			p === program && !seen[program].has(at))
			.map(([, , at]) => at);

		assert.deepEqual(missed, []);
		assert.ok(seen[program].size > 5);
	});

await browser.close();
await done();
