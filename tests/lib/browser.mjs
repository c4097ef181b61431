// A real Chromium for the browser tests, and the checks every page must
// pass: no CSP violation, no error on the console, axe-core finds nothing.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const top = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(path.join(top, 'package.json'));
const { chromium } = require('playwright-core');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export async function launch() {
	return chromium.launch({ executablePath: '/usr/bin/chromium',
		args: ['--no-sandbox', '--disable-gpu', '--disable-quic',
			'--no-first-run', '--disable-background-networking',
			'--disable-component-update', '--disable-sync'] });
}

// A page that remembers what went wrong on it: page.faults.
export async function open(browser, { width = 1440, height = 900,
	theme = 'light', script = true, lang = 'en-US' } = {}) {
	const context = await browser.newContext({
		viewport: { width, height }, colorScheme: theme,
		javaScriptEnabled: script, locale: lang,
		reducedMotion: 'reduce' });
	const page = await context.newPage();

	page.faults = [];
	page.on('console', m => {
		// A refusal that a test provokes is no fault of the page.
		if (m.type() === 'error' && !/status of 4\d\d/.test(m.text()))
			page.faults.push(m.text());
	});
	page.on('pageerror', e => page.faults.push(String(e)));
	page.on('dialog', d => {
		page.faults.push(`dialog: ${d.message()}`);
		d.dismiss();
	});
	return page;
}

export async function logIn(page, who) {
	const at = who.program === 'portal' ? '/portal/login' : '/login';

	await page.goto(new URL(at, who.url).href);
	await page.fill('#login', who.user);
	await page.fill('#password', who.password);
	await page.click('main button[type=submit]');
	if (page.url().endsWith('/login'))
		throw new Error(`log-in of ${who.user} did not work`);
}

// axe-core's findings as lines of text; an empty list is the pass. The
// page's own policy lets no script in, so axe goes in by the protocol.
export async function axeFindings(page) {
	await page.evaluate(axe);
	return page.evaluate(async () => {
		const r = await window.axe.run(document, { runOnly: ['wcag2a',
			'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
			'best-practice'],
			// It would copy imported sheets into the page, which
			// the page's own policy forbids.
			preload: false });

		return r.violations.map(v =>
			`${v.id}: ${v.nodes.map(n => n.target.join(' '))
				.slice(0, 4).join(' | ')}`);
	});
}

// Wider than the window: something scrolls sideways that must not.
export async function overflow(page) {
	return page.evaluate(() =>
		document.documentElement.scrollWidth - window.innerWidth);
}
