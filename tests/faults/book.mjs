// What the fault tests share: a front desk that books, and what the clinic
// has afterwards, asked of the programs and of handrailctl.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Client, login } from '../lib/harness.mjs';

export class Desk {
	constructor(server) {
		this.server = server;
		this.client = new Client(server.staff);
		this.patient = 0;
	}

	async open(who = login(this.server, 'front_desk')) {
		await this.client.logIn(who);
		const r = await this.client.get('/appointments/new?patient=1');
		const m = /value="(\d+)"[^>]*>Care-plan review \(/.exec(r.text);

		assert.ok(m, 'there is a type of visit to book');
		this.type = m[1];
		return this;
	}

	// A form as a browser would send it: the same each time it is sent.
	// Every one is of another patient, some weeks ahead.
	async form() {
		for (let tries = 0; tries < 30; tries++) {
			const { form } = await this.formOf(++this.patient);

			if (form) return form;
		}
		throw new Error('nobody is free');
	}

	// The finder's answer for one patient, and the form when there is a
	// time: the first, or one of the others.
	async formOf(patient, which = 0) {
		const day = new Date(Date.now() + 25 * 86400000);
		const r = await this.client.get('/appointments/new' +
			`?patient=${patient}&type=${this.type}` +
			`&earliest=${day.toISOString().slice(0, 10)}`);
		const slots = [...r.text.matchAll(/name="slot" value="(\d+\.\d+\.\d+)"/g)];

		if (r.status !== 200 || !slots.length) return { r };
		return { r, form: { patient, type: this.type,
			slot: slots[which % slots.length][1], mode: 'phone',
			reason: 'Fault', csrf: this.client.hidden('csrf'),
			once: `fault${patient}` } };
	}

	send(form) {
		return this.client.post('/appointments', form);
	}

	// The visits of a form's patient that were booked by it.
	async booked(form) {
		const r = await this.client.get(
			`/patients/${form.patient}/appointments`);

		assert.equal(r.status, 200);
		return new Set([...r.text.matchAll(/\/appointments\/(\d+)/g)]
			.map(m => m[1]));
	}
}

// One more front desk, with a log-in of its own.
export function addDesk(server, i) {
	const user = `desk${i}`;
	const password = `forty desks open at ${1000 + i}`;

	execFileSync(path.join(server.tree, 'handrailctl'), ['user', 'add',
		user, '--dir', server.dir, '--name', `Desk ${i}`,
		'--role', 'front_desk', '--password-stdin'],
		{ input: `${password}\n` });
	return { program: 'staff', user, password };
}

// The processes of this clinic that serve the staff pages, by the
// configuration they were given.
export function workers(server) {
	return fs.readdirSync('/proc').filter(d => /^\d+$/.test(d)).filter(pid => {
		try {
			const line = fs.readFileSync(`/proc/${pid}/cmdline`,
				'utf8').split('\0');

			return path.basename(line[0]) === 'handrail-staff' &&
				line.includes(`${server.dir}/handrail.conf`);
		} catch {
			return false; /* it has ended meanwhile */
		}
	}).map(Number);
}

// handrailctl's answer: nothing is wrong with the file or with the log.
export function sound(server) {
	for (const words of [['check'], ['audit', 'verify']]) {
		const r = spawnSync(path.join(server.tree, 'handrailctl'),
			[...words, '--dir', server.dir], { encoding: 'utf8' });

		assert.equal(r.status, 0, `${words.join(' ')}: ${r.stdout}` +
			r.stderr);
	}
}
