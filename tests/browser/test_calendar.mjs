// The calendar in a real browser: a visit is dragged, made longer, taken
// back; the same by keyboard; time is blocked; thirty providers side by side.
import assert from 'node:assert/strict';
import { axeFindings, launch, logIn, open } from '../lib/browser.mjs';
import { done, login, serve, test } from '../lib/harness.mjs';

const server = await serve({ patients: 300 });
const browser = await launch();
const desk = login(server, 'front_desk');

async function calendar(options) {
	const page = await open(browser, options);

	page.removeAllListeners('dialog');
	page.on('dialog', d => d.accept());
	await logIn(page, desk);
	// A day to come with booked visits, one under the other.
	await page.goto(`${server.staff}/calendar`);
	for (let i = 0; i < 14; i++) {
		await page.locator('.cal-bar [rel=next]').click();
		if (await page.locator('.ec-event a.ev').count() > 3) break;
	}
	return page;
}

// The visit of its provider after which the most time is free.
async function roomy(page) {
	return page.evaluate(() => {
		const rows = [...document.querySelectorAll('#ec tr[data-id]')]
			.filter(r => r.dataset.marks.includes('l') &&
				!r.dataset.marks.includes('f'));
		const taken = [...document.querySelectorAll('#ec [data-start]')];
		const at = t => Number(t.slice(11, 13)) * 60 +
			Number(t.slice(14));
		let best = { free: -1 };

		for (const r of rows) {
			const next = taken.filter(o => o !== r &&
				o.dataset.resource === r.dataset.resource &&
				o.dataset.start >= r.dataset.end)
				.map(o => at(o.dataset.start));
			const free = Math.min(...next) - at(r.dataset.end);

			if (Number.isFinite(free) && free > best.free)
				best = { free, id: r.dataset.id,
					minutes: at(r.dataset.end) -
						at(r.dataset.start) };
		}
		return best;
	});
}

const minutes = (page, id) => page.evaluate(n => {
	const r = document.querySelector(`#ec tr[data-id="${n}"]`).dataset;
	const at = t => Number(t.slice(11, 13)) * 60 + Number(t.slice(14));

	return at(r.end) - at(r.start);
}, id);

await test('pulled longer with the mouse, and taken back', async () => {
	const page = await calendar();
	const it = await roomy(page);

	assert.ok(it.free >= 15, JSON.stringify(it));
	const event = page.locator('.ec-event', {
		has: page.locator(`a.ev[href="/appointments/${it.id}"]`) });

	await event.scrollIntoViewIfNeeded();
	const box = await event.boundingBox();

	await page.mouse.move(box.x + 40, box.y + box.height - 3);
	await page.mouse.down();
	await page.mouse.move(box.x + 40, box.y + box.height + 5,
		{ steps: 4 });
	await page.mouse.move(box.x + 40, box.y + box.height + 22,
		{ steps: 6 });
	await Promise.all([page.waitForNavigation(), page.mouse.up()]);
	const longer = await minutes(page, it.id);

	assert.ok(longer > it.minutes, `${it.minutes}, now ${longer}`);
	assert.match(await page.locator('.flash').innerText(),
		new RegExp(`now takes ${longer} minutes`));
	await page.getByRole('button', { name: 'Undo' }).click();
	assert.match(await page.locator('main').innerText(),
		new RegExp(`${longer} to ${it.minutes} minutes`));
	assert.deepEqual(page.faults, []);
});

await test('moved and made longer by keyboard alone', async () => {
	const page = await calendar();
	const it = await roomy(page);
	const link = page.locator(`#ec a.ev[href="/appointments/${it.id}"]`);

	await link.focus();
	await page.keyboard.press('m');
	assert.ok(await page.locator('#ec-edit').isVisible());
	assert.deepEqual(await axeFindings(page), []);
	await page.locator('#ec-minutes').focus();
	await page.keyboard.press('ArrowUp');
	await Promise.all([page.waitForNavigation(),
		page.keyboard.press('Enter')]);
	assert.equal(await minutes(page, it.id), it.minutes + 5);
	// The focus is on the visit again, and M is told to who listens.
	await page.waitForFunction(id => document.activeElement
		.matches(`a.ev[href="/appointments/${id}"]`), it.id);
	assert.equal(await link.getAttribute('aria-keyshortcuts'), 'm');
	// An impossible wish is refused in words, and nothing is lost.
	await page.keyboard.press('m');
	await page.locator('#ec-minutes').fill('480');
	await page.keyboard.press('Enter');
	await page.waitForSelector('#ec-why:not([hidden])');
	assert.match(await page.locator('#ec-why').innerText(),
		/Nothing was changed/);
	assert.deepEqual(page.faults, []);
});

await test('time is blocked, seen, and freed, without JavaScript', async () => {
	const page = await open(browser, { script: false });

	await logIn(page, desk);
	await page.goto(`${server.staff}/calendar`);
	await page.getByRole('link', { name: 'Block time' }).click();
	await page.getByLabel('Provider').selectOption({ index: 1 });
	await page.getByLabel('From', { exact: true }).fill('18:30');
	await page.getByLabel('To', { exact: true }).fill('19:00');
	await page.getByLabel('What for').selectOption('Meeting');
	await page.locator('main form button[type=submit]').click();
	assert.match(page.url(), /\/calendar\/blocks\/\d+$/);
	assert.equal(await page.locator('h1').innerText(), 'Meeting');
	await page.getByRole('button', { name: 'Take off the calendar' })
		.click();
	assert.match(page.url(), /\/calendar\?date=/);
});

await test('the list on a phone has every act', async () => {
	const page = await open(browser, { width: 390, height: 844 });

	await logIn(page, desk);
	await page.goto(`${server.staff}/calendar?view=list`);
	assert.ok(await page.getByRole('link', { name: /^Move/ }).count());
	assert.ok(await page.getByRole('link', { name: /^Length/ }).count());
	assert.ok(await page.evaluate(() =>
		document.documentElement.scrollWidth <= innerWidth));
	assert.deepEqual(await axeFindings(page), []);
	assert.deepEqual(page.faults, []);
});

await browser.close();
await done();
