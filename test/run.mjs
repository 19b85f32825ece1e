// `npm test`: everything to green on a bare machine; `npm test -- name` runs the files whose path holds the name.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, installDependencies, requireNode, root } from '../server/launch/steps.mjs';
import { installPackages } from './packages.mjs';

requireNode();
await installDependencies();
await installPackages();
await build();

const names = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'entente-counts-'));
const sum = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
for (const project of ['parts', 'journeys']) {
  const counts = await vitest(project);
  for (const key of Object.keys(sum)) sum[key] += counts[key];
  failures.push(...counts.failures);
}
rmSync(folder, { recursive: true, force: true });
for (const failure of failures) process.stdout.write(`\nfailed: ${failure}`);
process.stdout.write(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped\n`);
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;

/** One run of Vitest; a run that ends without counts, or badly without a failed test, counts as one failure. */
function vitest(project) {
  const file = join(folder, project);
  const parameters = ['run', '--project', project, '--passWithNoTests', ...names];
  return new Promise((resolve) => {
    const child = spawn(join(root, 'node_modules', '.bin', 'vitest'), parameters, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ENTENTE_TEST_COUNTS: file },
    });
    child.on('close', (code) => {
      const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : none();
      if (code !== 0 && counts.failed === 0) {
        counts.failed = 1;
        counts.failures.push(`the run of ${project} ended with ${code}`);
      }
      resolve(counts);
    });
  });
}

function none() {
  return { passed: 0, failed: 0, skipped: 0, failures: [] };
}
