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
	await page.fill('#q', name);
	await page.press('#q', 'Enter');
	await page.click('main a[href^="/patients/"]');
}

for (const [theme, tail] of [['light', ''], ['dark', '-dark']]) {
	const page = await open(browser, { theme });

	await logIn(page, staff);
	for (const at of ['today', 'calendar']) {
		await page.goto(`${server.staff}/${at}`);
		await page.waitForTimeout(500);
		await page.screenshot({ path: `${out}/${at}${tail}.png` });
	}
	await chartOf(page, 'Delgado Rosa');
	await page.screenshot({ path: `${out}/chart${tail}.png` });
	await page.context().close();
}

const phone = await open(browser, { width: 390, height: 844 });

await logIn(phone, login(server, null, 'portal'));
await phone.goto(`${server.portal}/portal`);
await phone.screenshot({ path: `${out}/portal.png` });
await browser.close();
await stop();
process.exit(0);
