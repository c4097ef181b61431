// The README's pictures, from a demo made for them: make screenshots.
import fs from 'node:fs';
import path from 'node:path';
import { launch, logIn, open } from '../lib/browser.mjs';
import { login, serve, stop } from '../lib/harness.mjs';

const out = path.resolve(process.argv[2]);
const server = await serve({ patients: 2000 });
const browser = await launch();
const staff = login(server, 'coordinator');

fs.mkdirSync(out, { recursive: true });

// The chart shown is that of the portal's first patient: she has it all.
async function chartOf(page, name) {
	await page.goto(`${server.staff}/today`);
	await page.click(`main a.nm:has-text("${name}")`);
	await page.waitForSelector(`h1:has-text("${name}")`);
}

// The mouse rests where it clicked last: out of the way, nothing is lit.
async function shoot(page, name) {
	await page.mouse.move(0, 0);
	await page.waitForTimeout(500);
	await page.screenshot({ path: `${out}/${name}.png` });
}

for (const [theme, tail] of [['light', ''], ['dark', '-dark']]) {
	const page = await open(browser, { theme });

	await logIn(page, staff);
	await page.goto(`${server.staff}/today`);
	await shoot(page, `today${tail}`);
	if (theme === 'light') {
		await page.goto(`${server.staff}/calendar`);
		await shoot(page, 'calendar');
		await chartOf(page, 'Delgado');
		await shoot(page, 'chart');
	}
	await page.context().close();
}

const phone = await open(browser, { width: 390, height: 844 });

await logIn(phone, login(server, null, 'portal'));
await phone.goto(`${server.portal}/portal`);
await shoot(phone, 'portal');
await browser.close();
await stop();
process.exit(0);
