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
const NOT_TOURED = /\.ics$|^\/health$|^\/login$|^\/lock$|activate|forgot/;

const table = execFileSync(path.join(server.tree, 'handrailctl'), ['routes'])
	.toString().trim().split('\n').slice(1).map(l => l.split('\t'))
	.filter(([program, method, at]) => method === 'GET' &&
		['staff', 'portal'].includes(program) && !NOT_TOURED.test(at));

// "/patients/17/edit" was made by which row of the table?
function rowOf(program, pathname) {
	const parts = pathname.split('/');
	const rows = table.filter(([p, , at]) => {
		const want = at.split('/');

		return p === program && want.length === parts.length &&
			want.every((w, i) => w.startsWith(':') || w === parts[i]);
	});

	// As the dispatcher: the row that spells out most.
	rows.sort((a, b) => (a[2].match(/:/g) ?? []).length -
		(b[2].match(/:/g) ?? []).length);
	return rows[0]?.[2];
}

async function links(page) {
	return page.$$eval('a[href^="/"]', as => as.map(a =>
		a.getAttribute('href')).filter(h => !h.startsWith('/static/')));
}

async function look(page, url, faults) {
	for (const theme of ['light', 'dark']) {
		await page.emulateMedia({ colorScheme: theme });
		for (const f of await axeFindings(page))
			faults.push(`${url} ${theme}: ${f}`);
	}
	await page.setViewportSize({ width: 320, height: 700 });
	const wide = await overflow(page);

	if (wide > 0) faults.push(`${url}: ${wide} px too wide at 320`);
	for (const f of await axeFindings(page))
		faults.push(`${url} at 320: ${f}`);
	await page.setViewportSize({ width: 1440, height: 900 });
	for (const f of page.faults) faults.push(`${url}: ${f}`);
	page.faults.length = 0;
	if (await page.evaluate(() => localStorage.length +
		sessionStorage.length) > 0)
		faults.push(`${url}: keeps something in the browser`);
}

const seen = { staff: new Set(), portal: new Set() };

// Follow links breadth first until no new kind of page turns up.
async function tour(who, start, faults) {
	const page = await open(browser);
	const queue = [start], asked = new Set();
	let n = 0;

	await logIn(page, who);
	while (queue.length && n < 150) {
		const at = queue.shift();
		const row = rowOf(who.program, at.split('?')[0]);
		const key = row + (at.includes('view=') ? at.replace(
			/.*view=([a-z]+).*/, '?$1') : '');

		if (!row || asked.has(key)) continue;
		asked.add(key);
		n++;
		const r = await page.goto(new URL(at, who.url).href);

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
