// What has to be there before the server or the tests can run: dependencies and a build. Plain Node, no packages: this
// runs on a fresh clone. Each step is skipped when its stamp says that nothing changed since it was last done.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const oldestNode = [20, 19];
const newestNodeMajor = 24;

/** Stops with one sentence where Node is too old or too new. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const tooOld = major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1]);
  if (!tooOld && major <= newestNodeMajor) return;
  fail(`Entente needs Node ${oldestNode.join('.')} to ${newestNodeMajor}; this is ${process.versions.node}.`);
}

/** Ends the process with one clear sentence. */
export function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Installs the dependencies when there are none, or when the lock file is not the one they were installed from. */
export async function installDependencies() {
  const stamp = join(root, 'node_modules', '.entente-lock');
  const wanted = digest([join(root, 'package-lock.json')]);
  if (read(stamp) === wanted) return;
  await step('Installing dependencies', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, wanted);
}

/** Builds server and client when their sources changed since the last build. */
export async function build({ client = true } = {}) {
  const serverSources = [
    'server',
    'shared',
    'tsconfig.json',
    'tsconfig.build.json',
    'nest-cli.json',
    'package-lock.json',
  ];
  await buildPart('server', serverSources, 'dist/server/main.js', 'Building the server', 'nest', ['build']);
  if (!client) return;
  const clientSources = ['client', 'shared', 'locales', 'package-lock.json'];
  await buildPart('client', clientSources, 'dist/client/index.html', 'Building the client', 'vite', [
    'build',
    '--config',
    'client/vite.config.ts',
    '--logLevel',
    'error',
  ]);
}

async function buildPart(part, sources, result, title, tool, parameters) {
  const stamp = join(root, 'dist', `.${part}-stamp`);
  const wanted = digest(sources.map((source) => join(root, source)));
  if (existsSync(join(root, result)) && read(stamp) === wanted) return;
  if (!existsSync(join(root, 'node_modules', '.bin', tool))) {
    if (existsSync(join(root, result))) return; // a production image carries the build without the tools
    fail(`Cannot build: ${tool} is missing. Run npm ci with development dependencies.`);
  }
  await step(title, join(root, 'node_modules', '.bin', tool), parameters);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** Runs a tool quietly: one line with the time it took; its whole output only when it fails. */
export async function step(title, command, parameters, options = {}) {
  const began = Date.now();
  const tty = process.stderr.isTTY;
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
  const ticking = tty ? setInterval(() => process.stderr.write(`\r${title} … ${seconds()} `), 200) : undefined;
  if (!tty) process.stderr.write(`${title} …\n`);
  const { code, output } = await run(command, parameters, options);
  clearInterval(ticking);
  if (tty) process.stderr.write('\r');
  if (code !== 0) {
    process.stderr.write(`${output}\n`);
    fail(`${title} failed.`);
  }
  process.stderr.write(`${title}: done in ${seconds()}\n`);
}

/** Runs a command to its end and gives its exit code with all it printed. */
export function run(command, parameters, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    const take = (chunk) => (output += chunk);
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.on('error', (error) => resolve({ code: 127, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/** A digest over contents: a checkout or a copy changes times, not what is to be built. */
function digest(paths) {
  const hash = createHash('sha256');
  for (const path of paths) for (const file of filesUnder(path)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
