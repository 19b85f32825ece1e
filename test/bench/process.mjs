// Processes that a bench starts: the built server as people run it, and the generators of load.
import { fork, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from '../../server/launch/steps.mjs';

const startWithinMilliseconds = 60_000;
const secret = 'only-for-benches-0123456789-abcdefghij';

/** Everything started and every folder made, to be ended and removed whatever happens. */
const children = new Set();
const folders = new Set();

/** Ends what is still running, so that servers stop their databases, and removes what was written. */
export async function cleanUp() {
  await Promise.all([...children].map((child) => ended(child, 'SIGTERM')));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'));
  // PostgreSQL may run as another user than the bench, and has to get through.
  chmodSync(folder, 0o755);
  folders.add(folder);
  return folder;
}

/** What the server and the seeding are told: nothing of the environment of the bench but the paths of programs and data. */
const settings = (folder, more) => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  ...(process.env.ENTENTE_DATA && { ENTENTE_DATA: process.env.ENTENTE_DATA }),
  NODE_ENV: 'development',
  LOG_LEVEL: 'error',
  ENTENTE_SECRET: secret,
  // The engine that only marks the text: every post is translated and told again, and no other program is measured.
  TRANSLATION_ENGINES: 'pseudo',
  DATA_DIR: folder,
  ...more,
});

/** Runs a script of this folder on a data folder that no server uses: to fill it, or to look at it. @returns what it tells */
export async function seed(folder, script = 'seed.mjs') {
  const { code, output } = await run(process.execPath, [join(import.meta.dirname, script)], {
    env: settings(folder),
  });
  if (code !== 0) throw new Error(`${script} failed:\n${output}`);
  return JSON.parse(output.trim().split('\n').at(-1));
}

/** Runs a command of the built command line on a folder. @returns its milliseconds from beginning to end */
export async function command(folder, parameters) {
  const began = performance.now();
  const { code, output } = await run(
    process.execPath,
    [join(root, 'dist', 'server', 'cli', 'main.js'), ...parameters],
    { env: settings(folder) },
  );
  if (code !== 0) throw new Error(`entente ${parameters.join(' ')} failed:\n${output}`);
  return performance.now() - began;
}

/**
 * Starts the built server, or a script that starts it with something more, and waits for the first 200 of its page.
 * @returns its address, the milliseconds from starting the process to that answer, its memory, a way to ask the script
 * things, and its end
 */
export async function startServer(folder, more = {}, script = join(root, 'dist', 'server', 'main.js')) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const began = performance.now();
  const child = spawn(process.execPath, [script], {
    cwd: root,
    env: settings(folder, { PORT: String(port), ...more }),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  children.add(child);
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}`);
    if (performance.now() - began > startWithinMilliseconds) throw new Error('The server did not start');
    await pause(20);
  }
  return {
    url,
    milliseconds: performance.now() - began,
    megabytes: () => residentMegabytes(child.pid),
    ask: asking(child, script),
    stop: () => ended(child, 'SIGTERM'),
  };
}

/** Forks a script of this folder and gives it its task. @returns a way to ask it things, one at a time */
export function generator(script) {
  const child = fork(join(import.meta.dirname, script), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  children.add(child);
  return { ask: asking(child, script), stop: () => ended(child, 'SIGKILL') };
}

const asking = (child, script) => (task) =>
  new Promise((resolve, reject) => {
    const gone = () => reject(new Error(`${script} ended`));
    child.once('exit', gone);
    child.once('message', (answer) => {
      child.off('exit', gone);
      resolve(answer);
    });
    child.send(task);
  });

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** One clock for all processes of a machine. @returns milliseconds */
export const now = () => Number(process.hrtime.bigint() / 1000n) / 1000;

const answers = (url) =>
  fetch(url).then(
    ({ status }) => status === 200,
    () => false,
  );

function ended(child, signal) {
  children.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill(signal);
  });
}

/** Resident memory of a process, where the system tells it. */
function residentMegabytes(pid) {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return undefined;
  return Math.round(Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(file, 'utf8'))?.[1]) / 1024);
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
