// `npm run check`: types, lint, format, dead code, boundaries, locales; a line each, the findings of those that fail.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installDependencies, requireNode, root, run } from '../server/launch/steps.mjs';

requireNode();
await installDependencies();

const tool = (name) => join(root, 'node_modules', '.bin', name);
const checks = [
  ['types of server, shared and tests', tool('tsc'), ['-p', 'tsconfig.json']],
  ['types of the client', tool('tsc'), ['-p', 'client/tsconfig.json']],
  ['lint', tool('oxlint'), ['--type-aware', '--deny-warnings', 'server', 'shared', 'client', 'test']],
  ['format', tool('prettier'), ['--check', '--log-level', 'warn', '.']],
  ['dead code', tool('knip'), []],
  [
    'boundaries and locales',
    tool('vitest'),
    ['run', '--project', 'parts', 'test/architecture.spec.ts', 'test/locales.spec.ts'],
  ],
];

/** Two at a time: what a small machine has. */
const queue = checks.filter(([, , parameters]) => parameters[0] !== '-p' || existsSync(join(root, parameters[1])));
let failed = 0;
await Promise.all([work(), work()]);
process.stdout.write(failed === 0 ? 'All checks hold.\n' : `${failed} checks do not hold.\n`);
process.exitCode = failed === 0 ? 0 : 1;

async function work() {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [title, command, parameters] = next;
    const began = Date.now();
    const { code, output } = await run(command, parameters);
    if (code !== 0) failed += 1;
    process.stdout.write(
      `${code === 0 ? 'holds' : 'FAILS'}  ${title} (${((Date.now() - began) / 1000).toFixed(1)} s)\n`,
    );
    if (code !== 0) process.stdout.write(`${output}\n`);
  }
}
