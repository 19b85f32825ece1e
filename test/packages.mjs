// Debian packages that the tests use: a real Chromium, a real Redis, a real translation engine, Go. Installed only where
// that may be done without asking (root on a Debian), and only what is missing.
import { existsSync } from 'node:fs';
import { run } from '../server/launch/steps.mjs';
import { hasProgram, translationPackages } from '../server/launch/translation-packages.mjs';

const needed = [
  { package: 'chromium', there: () => hasProgram('chromium'), for: 'the journeys in a browser' },
  { package: 'redis-server', there: () => hasProgram('redis-server'), for: 'the tests with several nodes' },
  ...translationPackages,
  { package: 'gettext', there: () => hasProgram('msgunfmt'), for: 'the tests with a large translation memory' },
  { package: 'translate-toolkit', there: () => hasProgram('po2tmx'), for: 'the tests with a large translation memory' },
  // Programs with many sentences in Hindi, for the same tests: nothing of them is run.
  ...['nautilus-data', 'gnome-control-center-data'].map((name) => ({
    package: name,
    there: () => existsSync(`/usr/share/doc/${name}`),
    for: 'the tests with a large translation memory in Hindi',
  })),
  { package: 'golang-go', there: () => hasProgram('go'), for: 'the verification of the log by a third party' },
  {
    package: 'golang-golang-x-mod-dev',
    there: () => existsSync('/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog'),
    for: 'the verification of the log by a third party',
  },
  { package: 'openssl', there: () => hasProgram('openssl'), for: 'keys of logs in files' },
  { package: 'fonts-noto-core', there: () => existsSync('/usr/share/fonts/truetype/noto'), for: 'readable pictures' },
];

/** Installs what is missing where it may; says what will be skipped where it may not. */
export async function installPackages() {
  const missing = needed.filter((one) => !one.there());
  if (missing.length === 0) return;
  if (process.getuid?.() === 0 && hasProgram('apt-get')) {
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
