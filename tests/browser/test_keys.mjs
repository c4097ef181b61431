// The keys of the staff pages, the row cursor, the bulk bar, the word
// before the session ends: what app.js adds to pages that work without it.
import assert from 'node:assert/strict';
import { launch, logIn, open } from '../lib/browser.mjs';
import { done, login, serve, test } from '../lib/harness.mjs';

const server = await serve({ patients: 200 });
const browser = await launch();
const who = login(server, 'coordinator');
const at = path => new URL(path, server.staff).href;
const here = page => new URL(page.url()).pathname;

async function today() {
	const page = await open(browser);

	await logIn(page, who);
	await page.goto(at('/today'));
	return page;
}

await test('j and k walk the rows, Enter opens, x selects', async () => {
	const page = await today();
	const current = () => page.textContent('tr.cur .what a');
	const rows = await page.$$eval('.t.wl tbody tr:not(.grp) .what a',
		as => as.map(a => a.textContent));

	await page.keyboard.press('j');
	assert.equal(await current(), rows[0]);
	await page.keyboard.press('j');
	await page.keyboard.press('j');
	await page.keyboard.press('k');
	assert.equal(await current(), rows[1]);
	assert.equal(await page.isVisible('.bulk'), false);
	await page.keyboard.press('x');
	assert.equal(await page.isVisible('.bulk'), true);
	assert.equal(await page.textContent('.bulk [data-count]'), '1');
	await page.keyboard.press('x');
	assert.equal(await page.isVisible('.bulk'), false);
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/items\/\d+$/);
	assert.deepEqual(page.faults, []);
	await page.context().close();
});

await test('/ searches, and letters are letters while typing', async () => {
	const page = await today();

	await page.keyboard.press('/');
	await page.keyboard.type('jx?ng');
	assert.equal(await page.inputValue('#q'), 'jx?ng');
	assert.equal(await page.$('tr.cur'), null);
	assert.equal(await page.isVisible('#keys'), false);
	await page.context().close();
});

await test('g and n go places, ? lists the keys, Esc closes', async () => {
	const page = await today();

	await page.keyboard.press('?');
	assert.equal(await page.isVisible('#keys'), true);
	await page.keyboard.press('Escape');
	assert.equal(await page.isVisible('#keys'), false);
	await page.keyboard.press('n');
	assert.equal(await page.isVisible('#new > div'), true);
	await page.keyboard.press('Escape');
	assert.equal(await page.isVisible('#new > div'), false);
	await page.keyboard.press('n');
	await page.keyboard.press('p');
	await page.waitForURL(at('/patients/new'));
	await page.keyboard.press('g');
	await page.keyboard.press('t');
	await page.waitForURL(at('/today'));
	assert.deepEqual(page.faults, []);
	await page.context().close();
});

await test('Ctrl+Enter sends the form one is in; its errors get the focus',
	async () => {
		const page = await open(browser);

		await logIn(page, who);
		await page.goto(at('/patients/new'));
		await page.focus('#family');
		await page.keyboard.press('Control+Enter');
		await page.waitForSelector('.err-sum');
		assert.equal(await page.evaluate(() =>
			document.activeElement.className), 'err-sum');
		assert.match(await page.title(), /^Error: /);
		await page.click('.err-sum a');
		assert.match(await page.evaluate(() =>
			document.activeElement.tagName), /INPUT|SELECT/);
		await page.context().close();
	});

await test('two minutes before the end one is asked, and may stay', async () => {
	const page = await open(browser);

	await page.clock.install();
	await logIn(page, who);
	await page.goto(at('/today'));
	const idle = Number(await page.getAttribute('body', 'data-idle-s'));

	await page.clock.fastForward((idle - 130) * 1000);
	assert.equal(await page.isVisible('#idle'), false);
	await page.clock.fastForward(20 * 1000);
	assert.equal(await page.isVisible('#idle'), true);
	const [asked] = await Promise.all([page.waitForResponse(r =>
		r.request().resourceType() === 'fetch'),
	page.click('#idle button')]);

	assert.equal(asked.status(), 200);
	assert.equal(await page.isVisible('#idle'), false);
	await page.clock.fastForward(125 * 1000);
	assert.equal(here(page), '/today');
	await page.context().close();
});

await test('a lost line is told, and found again', async () => {
	const page = await today();

	await page.context().setOffline(true);
	await page.waitForSelector('#offline:not([hidden])');
	await page.context().setOffline(false);
	await page.waitForSelector('#offline', { state: 'hidden' });
	await page.context().close();
});

await test('who turns the keys off has none', async () => {
	const page = await open(browser);

	await logIn(page, who);
	await page.goto(at('/me'));
	await page.uncheck('#shortcuts');
	await page.click('form:has(#shortcuts) button[type=submit]');
	await page.goto(at('/today'));
	await page.keyboard.press('j');
	await page.keyboard.press('?');
	assert.equal(await page.$('tr.cur'), null);
	assert.equal(await page.isVisible('#keys'), false);
	await page.context().close();
});

await browser.close();
await done();
