// A day's work in a real browser, as the people do it who work here: front
// desk, coordinator, patient; the front desk's and the patient's again with
// JavaScript off, and a coordinator's morning by keyboard alone.
import assert from 'node:assert/strict';
import { launch, logIn, open } from '../lib/browser.mjs';
import { done, login, serve, test } from '../lib/harness.mjs';

const server = await serve({ patients: 300 });
const browser = await launch();
const desk = login(server, 'front_desk');
const coordinator = login(server, 'coordinator');
const [rosa, james] = server.logins.filter(l => l.program === 'portal');

const heading = page => page.locator('h1').first().innerText();
const press = (page, name) =>
	page.getByRole('button', { name, exact: true }).first().click();

async function register(page, family, given, birth, phone) {
	await page.goto(`${server.staff}/patients/new`);
	await page.getByLabel('Family name').fill(family);
	await page.getByLabel('Given names').fill(given);
	await page.getByLabel('Date of birth', { exact: false }).first()
		.fill(birth);
	await page.getByLabel('Phone, called first').fill(phone);
	await press(page, 'Save patient');
}

// From a chart: the slot finder, the first free time, the check page.
async function book(page) {
	await page.getByRole('link', { name: 'Book', exact: true }).first()
		.click();
	await page.getByLabel('Type of visit').selectOption({ index: 1 });
	await press(page, 'Find times');
	await page.locator('.slots .times button').first().click();
	assert.equal(await heading(page), 'Book this visit?');
	await page.getByLabel('Reason', { exact: false }).first()
		.fill('Knee pain');
	await press(page, 'Book visit');
	assert.match(page.url(), /\/appointments\/\d+$/);
}

async function deskDay(page, family, birth, phone) {
	await logIn(page, desk);

	// A new patient, registered once; the same again is noticed.
	await register(page, family, 'Imogen', birth, phone);
	const chart = page.url();
	assert.match(chart, /\/patients\/\d+$/);
	await register(page, family, 'Imogen', birth, phone);
	assert.equal(await heading(page), 'Is it one of these?');

	// Found again by a typing error, in the box on every page.
	await page.fill('#q', `${family.slice(0, -2)}${family.slice(-1)} imo`);
	await page.press('#q', 'Enter');
	await page.locator(`main a[href="${new URL(chart).pathname}"]`).first()
		.click();
	assert.match(await heading(page), new RegExp(family));

	// Booked, moved, cancelled with a reason.
	await book(page);
	await page.getByRole('link', { name: 'Move visit' }).click();
	await page.locator('.slots .times a').nth(3).click();
	await press(page, 'Move visit');
	assert.match(page.url(), /\/appointments\/\d+$/);
	await page.getByRole('link', { name: 'Cancel visit' }).click();
	await press(page, 'Cancel visit');
	await page.waitForSelector('.err-sum');
	await page.getByLabel('The patient', { exact: true }).check();
	await page.getByLabel('Why?').selectOption({ index: 1 });
	await page.getByLabel('Call the patient about another visit').check();
	await press(page, 'Cancel visit');
	assert.match(await page.locator('main').innerText(), /Cancelled/);

	// Insurance from the card, then checked by phone.
	await page.goto(`${chart}/insurance`);
	await page.locator('main a[href*="insurance/"][href*="new"]').first()
		.click();
	await page.getByLabel('Payer', { exact: false }).first()
		.selectOption({ index: 1 });
	await page.locator('#member_id').fill('XEA55512345');
	await press(page, 'Add policy');
	await page.waitForURL(/insurance/);
	assert.match((await page.locator('main').innerText())
		.replace(/ /g, ''), /XEA55512345/);
}

async function patientDay(page, who, phone = true) {
	const desk2 = await open(browser);

	await logIn(page, who);
	assert.match(page.url(), /\/portal$/);
	// The next that may still be confirmed, or else changed: the home page
	// may show one of this very hour.
	const may = { confirm: [], change: [] };

	await page.goto(`${server.portal}/portal/visits`);
	for (const at of await page.$$eval('section[aria-labelledby=coming] li a',
		as => as.map(a => a.href))) {
		await page.goto(at);
		if (!await page.locator('main a[href$="/change"]').count())
			continue;
		may[await page.locator('.next form[action$="/confirm"]').count()
			? 'confirm' : 'change'].push(at);
	}
	await page.goto([...may.confirm, ...may.change][0]);
	const visit = page.url();
	const confirm = page.locator('.next form button[type=submit]');

	if (phone || await confirm.count()) {
		await confirm.click();
		await page.waitForSelector('.flash');
		await page.goto(visit);
	}
	assert.equal(await confirm.count(), 0, 'confirmed, not asked again');
	await page.locator('.next a[href$="/change"]').click();
	await page.locator('textarea').first().fill('After four, please');
	await page.locator('main form button[type=submit]').last().click();

	// The clinic sees it at once.
	await logIn(desk2, coordinator);
	await desk2.goto(`${server.staff}/today?queue=appointments&owner=all`);
	const today = await desk2.locator('main').innerText();
	assert.match(today, phone ? /Delgado/ : /Whitfield/);
	await desk2.context().close();

	// And cancels another one.
	await page.goto(`${server.portal}/portal/visits`);
	await page.locator('main a[href*="/portal/visits/"]').last().click();
	assert.ok(await page.locator('main').innerText());
}

await test('the day of a front desk', async () => {
	const page = await open(browser);

	await deskDay(page, 'Quillfeather', '3/14/1961', '555 010 2233');
	assert.deepEqual(page.faults, []);
});

await test('the same without JavaScript', async () => {
	const page = await open(browser, { script: false });

	await deskDay(page, 'Thistlewood', '1972-09-30', '555 010 7788');
});

await test('the front desk lets somebody in, to the end', async () => {
	const page = await open(browser);

	await logIn(page, desk);
	await page.goto(`${server.staff}/calendar`);
	const all = await page.$$eval('#ec tr[data-id]', rows => rows.map(r => ({
		id: r.dataset.id, status: r.textContent })));
	const next = all.filter(v => /Booked|Confirmed|Not confirmed/
		.test(v.status));

	// By the hour somebody is in the room of the first.
	for (const { id } of next) {
		await page.goto(`${server.staff}/appointments/${id}`);
		for (const step of ['Mark arrived', 'Check in',
			'Bring to room'])
			await press(page, step);
		const said = await page.waitForFunction(() => document
			.querySelector('main')?.innerText
			.match(/With clinician|is in it\. Choose another/)?.[0]);

		if (await said.jsonValue() === 'With clinician') break;
	}
	for (const step of ['With clinician', 'Start checkout', 'Mark done'])
		await press(page, step);
	assert.match(await page.locator('main').innerText(), /Done/);
	assert.deepEqual(page.faults, []);
});

await test('the day of a coordinator', async () => {
	const page = await open(browser);

	await logIn(page, coordinator);
	await page.goto(`${server.staff}/today`);
	const before = Number((await page.locator('.queues a .c').first()
		.innerText()).replace(/\D/g, ''));

	// One call: no answer. It stays open, with one more attempt.
	await page.locator('.t.wl tbody tr:not(.grp) .what a').first().click();
	const item = page.url().replace(/[#?].*/, '');
	await page.getByLabel('No answer').check();
	await press(page, 'Save attempt');
	await page.goto(item);
	assert.match(await page.locator('main').innerText(), /No answer/);

	// The next: reached, and that settles it.
	await page.getByLabel('Reached', { exact: true }).check();
	await page.getByLabel(/This settles it/).check();
	await press(page, 'Save attempt');
	await page.goto(`${server.staff}/today`);
	const after = Number((await page.locator('.queues a .c').first()
		.innerText()).replace(/\D/g, ''));
	assert.equal(after, before - 1);

	// Taken back within ten minutes.
	await page.goto(item);
	await page.getByRole('button', { name: /Undo/ }).first().click();
	await page.goto(`${server.staff}/today`);
	assert.equal(Number((await page.locator('.queues a .c').first()
		.innerText()).replace(/\D/g, '')), before);

	// Not done without saying what was done.
	await page.locator('.t.wl tbody tr:not(.grp) .what a').nth(4).click();
	await page.locator('#done button[type=submit]').click();
	await page.waitForSelector('.err-sum');

	// A follow-up of one's own, from a chart.
	await page.fill('#q', 'delgado rosa 3/14/1961');
	await page.press('#q', 'Enter');
	await page.locator('main a.nm').first().click();
	await page.getByRole('link', { name: 'Add follow-up' }).click();
	await page.getByLabel('What to do').fill('Ask how the foot is');
	await press(page, 'Open follow-up');
	assert.match(await page.locator('main').innerText(),
		/Ask how the foot is/);
	assert.deepEqual(page.faults, []);
});

await test('the day of a patient on a phone', async () => {
	const page = await open(browser, { width: 390, height: 844 });

	await patientDay(page, rosa);
	assert.deepEqual(page.faults, []);
});

await test('the portal without JavaScript, at 320 px', async () => {
	const page = await open(browser, { width: 320, height: 640,
		script: false });

	await patientDay(page, james, false);
});

await test('a visit is moved by dragging, and the page agrees', async () => {
	const page = await open(browser);
	let asked = 0;

	page.removeAllListeners('dialog');
	page.on('dialog', d => { asked++; d.accept(); });
	await logIn(page, coordinator);
	await page.goto(`${server.staff}/appointments/new`);
	await page.goto(`${server.staff}/calendar`);
	for (let i = 0; i < 14; i++) {
		await page.locator('.cal-bar [rel=next]').click();
		if (await page.locator('.ec-event a.ev').count()) break;
	}
	const event = page.locator('.ec-event.st-booked').first();
	const box = await event.boundingBox();
	const title = await event.locator('.ev b').innerText();
	const before = await event.locator('.ev span').first().innerText();

	await page.mouse.move(box.x + 30, box.y + 8);
	await page.mouse.down();
	await page.mouse.move(box.x + 30, box.y + 40, { steps: 8 });
	await page.mouse.move(box.x + 30, box.y + 8 + 100, { steps: 8 });
	await page.mouse.up();
	await page.waitForTimeout(1500);
	const why = page.locator('#ec-why');
	const refused = await why.count() && await why.isVisible();
	const now = await page.locator('.ec-event', { hasText: title })
		.locator('.ev span').allInnerTexts();

	// Either it lies an hour later, or the page says why it does not.
	assert.ok(now.length > 0, title);
	assert.equal(now.includes(before), Boolean(refused),
		`${before}, now ${now}; asked ${asked} times`);
});

await test('a coordinator works by keyboard alone', async () => {
	const page = await open(browser);
	const key = async (...keys) => {
		for (const k of keys) await page.keyboard.press(k);
	};

	await page.goto(`${server.staff}/login`);
	for (let i = 0; i < 5; i++) {
		if (await page.evaluate(() => document.activeElement.id) ===
			'login') break;
		await key('Tab');
	}
	await page.keyboard.type(coordinator.user);
	await key('Tab');
	await page.keyboard.type(coordinator.password);
	await key('Enter');
	await page.waitForURL(/\/(today)?$/);

	// Down two rows, select one, open the next, and back.
	await key('j', 'j', 'x');
	assert.equal(await page.locator('.t.wl tbody input:checked').count(), 1);
	await key('x', 'j', 'Enter');
	await page.waitForURL(/\/items\/\d+/);
	await key('g', 't');
	await page.waitForURL(/\/today/);

	// Search from anywhere; the focus is never lost or hidden.
	await key('/');
	assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
	await page.keyboard.type('delgado');
	await key('Enter');
	await page.waitForSelector('main a[href^="/patients/"]');
	await key('Escape');
	for (let i = 0; i < 40; i++) {
		await key('Tab');
		const seen = await page.evaluate(() => {
			const e = document.activeElement, r =
				e.getBoundingClientRect();

			return e === document.body || (r.width > 0 &&
				getComputedStyle(e).outlineStyle !== 'none');
		});

		assert.ok(seen, `focus ${i} is not to be seen`);
	}
	// Single keys are not taken from somebody who types.
	await page.focus('main a');
	await key('?');
	assert.ok(await page.locator('dialog#keys').isVisible());
	await key('Escape');
	await key('g', 'c');
	await page.waitForURL(/\/calendar/);
});

await browser.close();
await done();
