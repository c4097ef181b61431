// login.mjs DIR PORT: logs the demo's coordinator in, prints the cookie.
import fs from 'node:fs';
import { Client } from '../lib/harness.mjs';

const [dir, port] = process.argv.slice(2);
const [head, ...rows] = fs.readFileSync(`${dir}/logins.tsv`, 'utf8').trim()
	.split('\n').map(l => l.split('\t'));
const who = rows.map(r => Object.fromEntries(head.map((h, i) => [h, r[i]])))
	.find(l => l.program === 'staff' && l.role === 'coordinator');
const c = await new Client(`http://localhost:${port}`).logIn(who);

console.log([...c.cookies].map(([k, v]) => `${k}=${v}`).join('; '));
process.exit(0);
