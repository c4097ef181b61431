// What the fault tests share: a front desk that books, and what the clinic
// has afterwards, asked of the programs and of handrailctl.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Client, login } from '../lib/harness.mjs';

export class Desk {
	constructor(server) {
		this.server = server;
		this.client = new Client(server.staff);
		this.patient = 0;
	}

	async open() {
		await this.client.logIn(login(this.server, 'front_desk'));
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
			const day = new Date(Date.now() + 25 * 86400000);
			const r = await this.client.get('/appointments/new' +
				`?patient=${++this.patient}&type=${this.type}` +
				`&earliest=${day.toISOString().slice(0, 10)}`);
			const m = /slot=(\d+\.\d+\.\d+)/.exec(r.text);

			if (m) return { patient: this.patient, type: this.type,
				slot: m[1], mode: 'phone', reason: 'Fault',
				csrf: this.client.hidden('csrf'),
				once: `fault${this.patient}` };
		}
		throw new Error('nobody is free');
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

// handrailctl's answer: nothing is wrong with the file or with the log.
export function sound(server) {
	for (const words of [['check'], ['audit', 'verify']]) {
		const r = spawnSync(path.join(server.tree, 'handrailctl'),
			[...words, '--dir', server.dir], { encoding: 'utf8' });

		assert.equal(r.status, 0, `${words.join(' ')}: ${r.stdout}` +
			r.stderr);
	}
}
