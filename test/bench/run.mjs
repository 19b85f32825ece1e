// `npm run bench:<part>`: measures beside a bare baseline in the same run and prints a table; `--json FILE` writes it.
import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { build, fail, installDependencies, requireNode } from '../../server/launch/steps.mjs';
import { cleanUp } from './process.mjs';

const parts = {
  documents: () => import('./documents.mjs'),
  forum: () => import('./forum.mjs'),
  moderation: () => import('./moderation.mjs'),
  record: () => import('./record.mjs'),
  translation: () => import('./translation.mjs'),
};
const [part = '', ...options] = process.argv.slice(2);
if (!(part in parts)) fail(`There is no bench called "${part}". There is: ${Object.keys(parts).join(', ')}.`);

requireNode();
await installDependencies();
await build();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void cleanUp().then(() => process.exit(1)));
// Milliseconds mean little on a machine that others are using: what it had to do before is told with the figures.
const load = Math.round(loadavg()[0] * 10) / 10;
const rows = await measured();
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, load of ${load} before`;

process.stdout.write(`\n${machine}\n\n`);
for (const { what, value, unit, target, holds } of rows) {
  const verdict = target === undefined ? '' : `  ${holds ? 'holds' : 'MISSES'} (${target})`;
  process.stdout.write(`${what.padEnd(64)} ${String(value).padStart(9)} ${unit.padEnd(6)}${verdict}\n`);
}
const file = options[options.indexOf('--json') + 1];
if (options.includes('--json') && file) {
  writeFileSync(file, JSON.stringify({ name: part, at: new Date().toISOString(), machine, rows }, null, 2));
}
process.exit(0);

async function measured() {
  try {
    const { measure } = await parts[part]();
    return await measure((line) => process.stdout.write(`${line}\n`));
  } finally {
    await cleanUp();
  }
}
