// Coming in without the desk in a real browser: an administrator makes a
// kiosk, a device becomes one, a patient says "I am here" on a phone; the
// page that tests a device.
import assert from 'node:assert/strict';
import { axeFindings, launch, logIn, open } from '../lib/browser.mjs';
import { done, login, serve, test } from '../lib/harness.mjs';

const server = await serve({ patients: 300 });
const browser = await launch();
const phone = { width: 390, height: 844 };

async function looksRight(page) {
	assert.deepEqual(await axeFindings(page), []);
	assert.ok(await page.evaluate(() =>
		document.documentElement.scrollWidth <= innerWidth),
		`${page.url()} scrolls sideways`);
	if (process.env.SHOTS)
		await page.screenshot({ fullPage: true, path:
			`${process.env.SHOTS}/${Date.now()}-${
				new URL(page.url()).pathname.replace(/\//g, '_')}.png` });
}

const send = (page, words) => Promise.all([page.waitForNavigation(),
	page.getByRole('button', { name: words }).click()]);

let code;

// Without a script the browser's own refresh clears a kiosk.
await test('a kiosk without scripts', async () => {
	const page = await open(browser, { script: false });

	await page.goto(`${server.portal}/kiosk/done?to=desk`);
	assert.match(await page.content(),
		/<meta http-equiv="refresh" content="15;url=\/kiosk">/);
	await page.context().close();
});

await test('an administrator makes a kiosk', async () => {
	const page = await open(browser);

	await logIn(page, login(server, 'admin'));
	await page.goto(`${server.staff}/admin/sites/1/kiosks`);
	await looksRight(page);
	await page.fill('[name=name]', 'Side door');
	await send(page, 'Make a code');
	code = (await page.textContent('.big-code')).trim();
	assert.match(code, /^\w{4}-\w{4}-\w{4}$/);
	await looksRight(page);
	await page.context().close();
});

// Shortly before midnight nobody's visit of the day is near any more.
let late = false;

await test('a device becomes the kiosk and sends strangers to the desk',
	async () => {
	const page = await open(browser);

	await page.goto(`${server.portal}/kiosk`);
	await looksRight(page);
	await page.fill('[name=code]', code);
	await send(page, 'Start kiosk');
	await looksRight(page);
	await send(page, 'Registrar mi llegada');
	assert.equal(await page.getAttribute('html', 'lang'), 'es');
	await page.goto(`${server.portal}/kiosk`);
	await send(page, 'Check in');
	await looksRight(page);
	const say = async (given, family) => {
		await page.fill('[name=given]', given);
		await page.fill('[name=family]', family);
		await page.fill('[name=birth_month]', '3');
		await page.fill('[name=birth_day]', '14');
		await page.fill('[name=birth_year]', '1961');
		await send(page, 'Continue');
	};

	await say('rosie', 'delgado');
	late = !/check$/.test(page.url());
	if (!late) {
		assert.doesNotMatch(await page.content(), /Delgado|Rosie/);
		await looksRight(page);
		// A minute without a touch: asked first, then cleared.
		await page.clock.install();
		await page.reload();
		await page.clock.fastForward(46000);
		assert.ok(await page.locator('#more').evaluate(d => d.open));
		await looksRight(page);
		await page.locator('#more button').click();
		await page.clock.fastForward(46000);
		assert.ok(await page.locator('#more').evaluate(d => d.open));
		await Promise.all([page.waitForURL(/\/kiosk$/),
			page.clock.fastForward(16000)]);
		await page.goto(`${server.portal}/kiosk/check`);
		await send(page, 'Start over');
		await page.goto(`${server.portal}/kiosk/check`);
		assert.match(page.url(), /\/kiosk$/);
		await send(page, 'Check in');
	}
	// Rosa was not found either, then: that was a try.
	for (let i = late ? 1 : 0; i < 5; i++) {
		await say('Nobody', 'Atall');
		assert.match(await page.textContent('main'),
			/We cannot find your visit/);
	}
	await looksRight(page);
	await page.fill('[name=given]', 'Nobody');
	await send(page, 'Continue');
	assert.match(page.url(), /to=tries/);
	await looksRight(page);
	await page.context().close();
});

await test('a patient says "I am here" on a phone', async () => {
	const page = await open(browser, phone);
	const rosa = login(server, 'patient', 'portal');

	await page.goto(`${server.portal}/check-in`);
	await looksRight(page);
	await logIn(page, rosa);
	await page.goto(`${server.portal}/portal`);
	await looksRight(page);
	await page.goto(`${server.portal}/portal/visits`);
	const here = page.locator('a[href$="/here"]');
	for (const at of await page.$$eval('a[href*="/portal/visits/"]',
		all => all.map(a => a.href)))
		if (await here.count() === 0) await page.goto(at);
	if (await here.count() === 0) return; // shortly before midnight
	await Promise.all([page.waitForNavigation(), here.first().click()]);
	await looksRight(page);
	for (const name of ['contact', 'insurance', 'treatment', 'privacy',
		'text'])
		await page.locator(`[name=${name}]`).first().check();
	await page.locator('main form button[type=submit]').click();
	await page.waitForURL(/\/portal\/visits\/\d+$/);
	await looksRight(page);
	await page.context().close();
});

await test('a patient comes in by video, and may test the device', async () => {
	const page = await open(browser, phone);
	const james = server.logins.find(l => l.user === 'james.whitfield');

	await page.goto(`${server.portal}/portal/device`);
	await looksRight(page);
	await page.getByRole('button', { name: 'Start the test' }).click();
	await page.waitForSelector('[data-part=connection][data-result=ok]');
	await page.waitForSelector('[data-part=camera][data-result]');
	await logIn(page, james);
	await page.goto(`${server.portal}/portal`);
	const join = page.locator('a[href$="/video"]').first();
	if (await join.count() === 0) return;
	await Promise.all([page.waitForNavigation(), join.click()]);
	await looksRight(page);
	await page.selectOption('[name=state]', 'NY');
	await page.fill('[name=address]', '2 Oak Avenue');
	await page.fill('[name=emergency]', '555 013 4999');
	await page.fill('[name=callback]', '555 013 4472');
	for (const name of ['telehealth', 'treatment', 'privacy', 'text'])
		if (await page.locator(`[name=${name}]`).count() > 0)
			await page.locator(`[name=${name}]`).first().check();
	await send(page, 'Go to the waiting room');
	assert.match(await page.locator('a[href*="meet.example.org"]')
		.getAttribute('href'), /\/handrail-[0-9a-f]{40}$/);
	await looksRight(page);
	await page.context().close();
});

await test('the board says who came how, and who waits', async () => {
	const page = await open(browser);

	await logIn(page, login(server, 'front_desk'));
	await page.goto(`${server.staff}/flow?site=1`);
	assert.match(await page.textContent('#board'),
		late ? /To come/ : /At the kiosk|By phone/);
	await looksRight(page);
	const room = page.locator('a[href$="/video"]').first();
	if (await room.count() > 0) {
		await Promise.all([page.waitForNavigation(), room.click()]);
		await looksRight(page);
	}
	await page.context().close();
});

await browser.close();
await done();
