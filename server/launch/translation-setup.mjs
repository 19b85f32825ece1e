// `npm run translation:setup`: Apertium and its pairs on a Debian, and the proof that each pair translates here. Where
// packages may not be installed it says what to do; nothing is installed that is there already.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { build, fail, installDependencies, requireNode, root, step } from './steps.mjs';
import { hasProgram, translationPackages } from './translation-packages.mjs';

requireNode();
const missing = translationPackages.filter((one) => !one.there()).map((one) => one.package);
if (missing.length > 0) await install(missing);
await installDependencies();
await build({ client: false });
process.argv = [...process.argv.slice(0, 2), 'translation', 'prove'];
await import(pathToFileURL(join(root, 'dist', 'server', 'cli', 'main.js')).href);

async function install(packages) {
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (!hasProgram('apt-get'))
    fail(`This is no Debian or Ubuntu: install Apertium by its own instructions. Missing: ${packages.join(', ')}.`);
  if (process.getuid?.() !== 0)
    fail(`Only root may install packages. Run this, and then npm run translation:setup again:\n  sudo ${command}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await step('Reading the lists of packages', 'apt-get', ['update', '-qq'], { env });
  await step(
    `Installing ${packages.join(', ')}`,
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
    { env },
  );
}
