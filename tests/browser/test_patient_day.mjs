// The day of a patient, on a phone and without script: a letter with a code,
// an account, a visit confirmed, another time asked for, a visit cancelled;
// and the clinic sees each of it at once on Today.
import assert from 'node:assert/strict';
import { axeFindings, launch, logIn, open, overflow }
	from '../lib/browser.mjs';
import { done, login, serve, test } from '../lib/harness.mjs';

const server = await serve({ patients: 200 });
const browser = await launch();
const phone = { width: 390, height: 844, script: false };
const rosa = login(server, 'patient', 'portal');

const text = page => page.textContent('main');
const send = page => page.click('main form.panel button[type=submit]');

// A patient with a date of birth and without an account, and the letter.
async function letter(staff) {
	await staff.goto(new URL('/patients', server.staff).href);
	const charts = await staff.$$eval('main table a[href^="/patients/"]',
		as => as.map(a => a.getAttribute('href')));

	for (const chart of charts) {
		await staff.goto(new URL(`${chart}/details`, server.staff).href);
		const facts = await text(staff);
		const born = /Date of birth\s*(\d+ \w{3} \d{4})/.exec(facts);

		if (!born || !facts.includes('No account yet')) continue;
		await staff.click('text=Print activation code');
		const code = await staff.textContent('.big-code');

		assert.ok(!(await staff.content()).includes(born[1]),
			'code and birth date are on one sheet');
		return { code: code.trim(), born: new Date(`${born[1]} UTC`) };
	}
	throw new Error('nobody to invite');
}

async function birth(page, day) {
	await page.fill('#birth', String(day.getUTCMonth() + 1));
	await page.fill('[name=birth_day]', String(day.getUTCDate()));
	await page.fill('[name=birth_year]', String(day.getUTCFullYear()));
}

await test('a code and the birth date open an account, in Spanish', async () => {
	const staff = await open(browser);
	const page = await open(browser, phone);

	await logIn(staff, login(server, 'front_desk'));
	const { code, born } = await letter(staff);

	await page.goto(new URL('/portal', server.portal).href);
	await page.click('text=Español');
	await page.click('text=Tengo un código de la clínica');
	await page.fill('#code', code.toLowerCase().replaceAll('-', ' '));
	await birth(page, new Date(born.getTime() + 864e5));
	await send(page);
	assert.match(await text(page), /no coinciden/);
	await birth(page, born);
	await send(page);
	await page.fill('#login', 'a.new.one');
	await page.fill('#password', 'too short');
	await send(page);
	assert.match(await text(page), /al menos 15 caracteres/);
	await page.fill('#password', 'seven green kettles sing');
	await send(page);
	assert.equal(new URL(page.url()).pathname, '/portal');
	assert.equal(await page.getAttribute('html', 'lang'), 'es');
	assert.match(await text(page), /Hola,/);
	assert.deepEqual(page.faults, []);
	await page.context().close();
	await staff.context().close();
});

// The visits that may still be changed, soonest first: which the home page
// shows depends on the hour, for a visit of today can only be come to.
async function changeable(page) {
	await page.goto(new URL('/portal/visits', server.portal).href);
	const all = await page.$$eval('section[aria-labelledby=coming] li a',
		as => as.map(a => a.getAttribute('href')));
	const may = [];

	for (const at of all) {
		await page.goto(new URL(at, server.portal).href);
		if (await page.isVisible('main a[href$="/change"]'))
			may.push(at);
	}
	return may;
}

await test('every page of the portal fits 320 px and axe finds nothing', async () => {
	const faults = [];

	// axe is a script: this context runs it, the pages are the same.
	const page = await open(browser, { ...phone, script: true });

	await logIn(page, rosa);
	const [first] = await changeable(page);

	for (const lang of ['en', 'es'])
		for (const at of ['', '/visits', '/me', '/me/contact',
			'/me/password', ...['', '/change', '/cancel']
				.map(e => first.slice(7) + e)]) {
			const url = new URL(`/portal${at}`, server.portal).href;

			await page.goto(url);
			if (await page.getAttribute('html', 'lang') !== lang) {
				await page.click('.p-head button');
				await page.goto(url);
			}
			await page.setViewportSize({ width: 320, height: 640 });
			if (await overflow(page) > 0)
				faults.push(`${lang} ${at}: too wide`);
			for (const f of await axeFindings(page))
				faults.push(`${lang} ${at}: ${f}`);
		}
	assert.deepEqual([...faults, ...page.faults], []);
	await page.context().close();
});

await test('a visit is confirmed, moved in vain and cancelled', async () => {
	const page = await open(browser, phone);

	await logIn(page, rosa);
	if (await page.getAttribute('html', 'lang') !== 'en')
		await page.click('.p-head button');
	const [visit, other] = await changeable(page);

	assert.ok(other, 'the demo patient has two visits to come');
	await page.goto(new URL(visit, server.portal).href);
	if (await page.isVisible('text=Confirm I am coming')) {
		await page.click('text=Confirm I am coming');
		assert.match(await text(page), /You have confirmed this visit/);
		await page.goto(new URL(visit, server.portal).href);
	}
	await page.click('.btns >> text=Change');
	await send(page);
	assert.match(await text(page), /Choose what would suit you better/);
	await page.check('[value=morning]');
	await page.fill('#note', 'Not on Mondays, please');
	await send(page);
	assert.match(await text(page), /You asked for another time/);

	await page.goto(new URL(`${other}/cancel`, server.portal).href);
	await page.check('[value=transport]');
	await page.click('main button.danger');
	assert.match(await text(page), /Your visit is cancelled/);
	assert.match(await text(page), /Cancelled/);
	await page.goto(new URL(`${other}/cancel`, server.portal).href);
	assert.match(await text(page), /can no longer be changed/);
	assert.deepEqual(page.faults, []);
	await page.context().close();
});

await test('the clinic sees it on Today', async () => {
	const staff = await open(browser);

	await logIn(staff, login(server, 'coordinator'));
	await staff.goto(new URL('/today?owner=all&when=open&queue=visits',
		server.staff).href);
	let all = await text(staff);

	while (await staff.isVisible('main a[rel=next]')) {
		await staff.click('main a[rel=next]');
		all += await text(staff);
	}
	assert.match(all, /Asks for another time than/);
	assert.match(all, /Cancelled by the patient/);
	assert.match(all, /Delgado, Rosa/);
	await staff.context().close();
});

await test('a visit goes to the phone’s own calendar', async () => {
	const page = await open(browser, phone);

	await logIn(page, rosa);
	await page.goto(new URL('/portal/visits', server.portal).href);
	await page.click('section[aria-labelledby=coming] a');
	const [file] = await Promise.all([page.waitForEvent('download'),
		page.click('a[href$="visit.ics"]')]);
	const bytes = await (await file.createReadStream()).toArray();

	assert.equal(file.suggestedFilename(), 'visit.ics');
	assert.match(Buffer.concat(bytes).toString(), /^BEGIN:VCALENDAR\r\n/);
	await page.context().close();
});

await browser.close();
await done();
