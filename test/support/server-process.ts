import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { projectRoot } from '../../server/platform/config/project-root.js';
import { testSecret } from './app.js';

const main = join(projectRoot, 'dist', 'server', 'main.js');

/** Whether the server is built: `npm test` builds it, a single test run by hand may not have. */
export const isBuilt = existsSync(main);

/** The built server as a process of its own, to be killed. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** Everything it has printed and logged. */
  printed(): string;
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** @param entry what is run instead of the server's own beginning */
export async function startServerProcess(settings: Record<string, string>, entry = main): Promise<ServerProcess> {
  const port = Number(settings['PORT'] ?? (await freePort()));
  const child = spawn(process.execPath, [entry], {
    env: {
      PATH: '/usr/local/bin:/usr/bin:/bin',
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      DEMO: 'off',
      ENTENTE_SECRET: testSecret,
      TRANSLATION_ENGINES: 'pseudo',
      PORT: String(port),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const output of [child.stdout, child.stderr]) output.on('data', (part: Buffer) => (printed += part.toString()));
  const url = `http://localhost:${port}`;
  await ready(url, child);
  return { url, pid: child.pid ?? 0, printed: () => printed, kill: (signal) => ended(child, signal) };
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline && child.exitCode === null;) {
    if (
      await fetch(`${url}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The server did not get ready (exit code ${child.exitCode})`);
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
