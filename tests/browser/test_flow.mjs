// The flow board in a real browser: the front desk takes a patient through
// the day by keyboard alone, and the timer leaves alone what one is in.
import assert from 'node:assert/strict';
import { axeFindings, launch, logIn, open } from '../lib/browser.mjs';
import { done, login, serve, test } from '../lib/harness.mjs';

const server = await serve({ patients: 300 });
const browser = await launch();
const desk = login(server, 'front_desk');

// What has the focus: its words, and the visit whose row it is in.
const focus = page => page.evaluate(() => {
	const at = document.activeElement;

	return { text: at.textContent.trim(), name: at.name ?? '',
		row: at.closest('tr[id]')?.id ?? '' };
});

// On with Tab until this has the focus.
async function reach(page, what, is) {
	for (let i = 0; i < 300; i++) {
		await page.keyboard.press('Tab');
		if (is(await focus(page))) return;
	}
	assert.fail(`Tab does not reach ${what}`);
}

// The button or link of a row, by its first words; the first of some.
const press = async (page, row, ...words) => {
	await reach(page, `"${words}"`, f =>
		f.row === row && words.some(w => f.text.startsWith(w)));
	await Promise.all([page.waitForNavigation(),
		page.keyboard.press('Enter')]);
};

// Somebody who is to come, and comes to a room.
const toCome = page => page.$eval('#col-coming tr[id]:has(' +
	'td[data-label=Room]):not(:has(td[data-label=Room]:text-is("Video"),' +
	'td[data-label=Room]:text-is("Phone")))', tr => tr.id);

async function isIn(page, row, column) {
	assert.equal(await page.locator(`#col-${column} #${row}`).count(), 1,
		`${row} is in ${column}`);
	// The browser moves the focus to what the address names.
	await page.waitForFunction(id => document.activeElement.id === id, row);
}

await test('from "to come" to "done" by keyboard alone', async () => {
	const page = await open(browser);

	await logIn(page, desk);
	await page.goto(`${server.staff}/flow`);
	const row = await toCome(page);

	await press(page, row, 'Mark arrived');
	await isIn(page, row, 'arrived');
	await press(page, row, 'Check in');
	assert.match(page.url(), /\/check-in$/);
	assert.deepEqual(await axeFindings(page), []);
	for (const box of ['name', 'birth', 'contact']) {
		await reach(page, box, f => f.name === box);
		await page.keyboard.press('Space');
	}
	await reach(page, 'the button', f => f.text === 'Check in patient');
	await Promise.all([page.waitForNavigation(),
		page.keyboard.press('Enter')]);
	await isIn(page, row, 'checked-in');
	// By the hour somebody is in the room that was booked.
	await press(page, row, 'Other room', 'Choose room');
	assert.deepEqual(await axeFindings(page), []);
	await reach(page, 'a free room', f => f.text.startsWith('Bring to'));
	const room = (await focus(page)).text.replace('Bring to ', '');
	await Promise.all([page.waitForNavigation(),
		page.keyboard.press('Enter')]);
	await isIn(page, row, 'room');
	assert.equal(await page.locator(`#${row} td[data-label=Room]`)
		.innerText(), room);
	await press(page, row, 'With clinician');
	await isIn(page, row, 'with');
	await press(page, row, 'Start checkout');
	await isIn(page, row, 'checkout');
	await press(page, row, 'Mark done');
	await isIn(page, row, 'done');
	assert.deepEqual(await axeFindings(page), []);
	assert.deepEqual(page.faults, []);
});

await test('the timer leaves alone what one is in', async () => {
	const page = await open(browser), other = await open(browser);
	const renewed = () => Promise.all([page.waitForResponse(/flow\/board/),
		page.clock.runFor(46000)]);

	await logIn(page, desk);
	await logIn(other, desk);
	await page.clock.install();
	await page.goto(`${server.staff}/flow`);
	const row = await toCome(page);
	const button = page.locator(`#${row} .act button`).first();

	// The row one is in is the same one; the rooms are new.
	await page.selectOption('#state', 'room');
	await button.focus();
	await page.evaluate(() => {
		document.activeElement.mark = 'here';
		document.getElementById('rooms').mark = 'old';
	});
	await renewed();
	await page.waitForFunction(() =>
		!document.getElementById('rooms').mark);
	assert.equal(await page.evaluate(() => document.activeElement.mark),
		'here');
	assert.equal(await page.inputValue('#state'), 'room');

	// Another hand was first: the new row is told and has the focus.
	await other.goto(`${server.staff}/flow`);
	await other.locator(`#${row} .act button`).first().click();
	await renewed();
	await page.waitForSelector(`#col-arrived #${row}`);
	const now = await focus(page);
	assert.equal(now.row, row);
	assert.equal(await page.evaluate(() => document.activeElement.className),
		'nm');
	assert.match(await page.locator('body').textContent(),
		/This visit was changed by somebody else/);
	assert.deepEqual(page.faults, []);
});

await browser.close();
await done();
