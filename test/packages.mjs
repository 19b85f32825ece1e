// Debian packages that the tests use: a real Chromium, a real Redis, a real translation engine. Installed only where
// that may be done without asking (root on a Debian), and only what is missing.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../server/launch/steps.mjs';

const needed = [
  { package: 'chromium', there: () => program('chromium'), for: 'the journeys in a browser' },
  { package: 'redis-server', there: () => program('redis-server'), for: 'the tests with several nodes' },
  { package: 'apertium', there: () => program('apertium'), for: 'the tests with a real translation engine' },
  { package: 'apertium-mkd-bul', there: () => mode('mkd-bul'), for: 'Macedonian and Bulgarian' },
  { package: 'apertium-urd-hin', there: () => mode('urd-hin'), for: 'Urdu and Hindi' },
  {
    package: 'apertium-apy',
    there: () => program('apertium-apy'),
    for: 'the tests of a translation engine that stays',
  },
  { package: 'gettext', there: () => program('msgunfmt'), for: 'the tests with a large translation memory' },
  { package: 'translate-toolkit', there: () => program('po2tmx'), for: 'the tests with a large translation memory' },
  { package: 'fonts-noto-core', there: () => existsSync('/usr/share/fonts/truetype/noto'), for: 'readable pictures' },
];

const program = (name) => (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
const mode = (name) => existsSync(`/usr/share/apertium/modes/${name}.mode`);

/** Installs what is missing where it may; says what will be skipped where it may not. */
export async function installPackages() {
  const missing = needed.filter((one) => !one.there());
  if (missing.length === 0) return;
  if (process.getuid?.() === 0 && program('apt-get')) {
    const names = missing.map((one) => one.package);
    process.stdout.write(`Installing ${names.join(', ')} …\n`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env });
    const installed = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { env });
    if (installed.code !== 0) process.stderr.write(`${installed.output}\n`);
  }
  for (const one of needed.filter((candidate) => !candidate.there())) {
    process.stdout.write(`Not on this machine: ${one.package}. Skipping ${one.for}.\n`);
  }
}
