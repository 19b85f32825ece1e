import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { findBinaries, identity, type PostgresBinaries } from './postgres-binaries.js';
import { claimFolder } from './folder-claim.js';
import { enterableFolder } from './enterable-folder.js';
import { isAlive } from './process-alive.js';

export interface EmbeddedPostgresOptions {
  /** The folder of the cluster; made when missing. */
  readonly dataDir: string;
  /** `durable` keeps every commit through a crash; `throwaway` is for tests, where speed is all. */
  readonly tuning?: 'durable' | 'throwaway';
  readonly onProgress?: (line: string) => void;
}

export interface EmbeddedPostgres {
  readonly url: string;
  readonly port: number;
  /** It was still running: a process before this one was killed. */
  readonly adopted: boolean;
  stop(): Promise<void>;
}

/** PostgreSQL did not start; the message ends with the last lines of its log. */
export class PostgresStartError extends Error {
  override readonly name = 'PostgresStartError';
}

const user = 'entente';
const database = 'entente';
const readyWithinMilliseconds = 30_000;
const stopWithinMilliseconds = 8_000;
const throwaway = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];
const durable = ['max_connections=100', 'shared_buffers=128MB'];

/**
 * Runs a PostgreSQL of our own in a folder, on a free port of the loopback interface. A cluster that is still running
 * because the process that started it was killed is taken over; one that was killed itself recovers.
 * @throws PostgresStartError, ConfigurationError when another living process uses the folder.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const say = options.onProgress ?? (() => undefined);
  const binaries = findBinaries();
  const folder = enterableFolder(options.dataDir, binaries.runAs, say);
  const releaseClaim = claimFolder(folder);
  const cluster = join(folder, 'cluster');
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    say('Creating the database cluster (once)');
    initialise(binaries, folder, cluster);
  }
  const password = readFileSync(join(folder, 'password'), 'utf8').trim();
  const running = await adopt(cluster, password);
  const port = running ?? (await launch(binaries, folder, cluster, password, options.tuning ?? 'durable'));
  return {
    url: urlOf(port, password),
    port,
    adopted: running !== undefined,
    stop: async () => {
      await stop(cluster);
      releaseClaim();
    },
  };
}

const urlOf = (port: number, password: string): string =>
  `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;

function initialise(binaries: PostgresBinaries, folder: string, cluster: string): void {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  const { uid, gid } = binaries.runAs;
  if (uid !== undefined && gid !== undefined) chownSync(passwordFile, uid, gid);
  rmSync(cluster, { recursive: true, force: true });
  const flags = [
    `--pgdata=${cluster}`,
    `--username=${user}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Sorts the same on every machine and after every upgrade, and knows the letters of all scripts.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    // With the plain C locale pg_trgm would know no Cyrillic, Devanagari or Arabic letter.
    '--locale=C.UTF-8',
  ];
  const made = spawnSync(join(binaries.folder, 'initdb'), flags, {
    ...identity(binaries.runAs),
    encoding: 'utf8',
    cwd: folder,
  });
  if (made.status !== 0)
    throw new PostgresStartError(`initdb failed:\n${lastLines(made.stderr || String(made.error))}`);
}

/** The port of a server that already runs on this cluster and takes our password; nothing when there is none. */
async function adopt(cluster: string, password: string): Promise<number | undefined> {
  const deadline = Date.now() + readyWithinMilliseconds;
  while (Date.now() < deadline) {
    const { pid, port } = readPidFile(cluster);
    if (pid === undefined || !isAlive(pid)) return undefined;
    if (port !== undefined && (await runsOn(cluster, port, password))) return port;
    if (!isPostgres(pid)) return undefined;
    await pause(100);
  }
  return undefined;
}

async function launch(
  binaries: PostgresBinaries,
  folder: string,
  cluster: string,
  password: string,
  tuning: 'durable' | 'throwaway',
): Promise<number> {
  // Right after the server itself was killed, its first start may still meet leftovers; the second finds them cleared.
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const log = join(folder, 'log');
    const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', `port=${port}`];
    settings.push(...(tuning === 'throwaway' ? throwaway : durable));
    const out = openSync(log, 'w', 0o600);
    const child = spawn(join(binaries.folder, 'postgres'), ['-D', cluster, ...settings.flatMap((one) => ['-c', one])], {
      ...identity(binaries.runAs),
      cwd: folder,
      stdio: ['ignore', out, out],
      detached: true,
    });
    let failure: string | undefined;
    child.once('error', (error) => (failure = error.message));
    child.once('exit', (code) => (failure ??= `it exited with ${code}`));
    child.unref();
    if (await ready(cluster, port, password, () => failure !== undefined)) return port;
    if (attempt === 2)
      throw new PostgresStartError(
        `PostgreSQL did not start: ${failure ?? 'no answer'}\n${lastLines(readFileSync(log, 'utf8'))}`,
      );
  }
}

async function ready(cluster: string, port: number, password: string, failed: () => boolean): Promise<boolean> {
  const deadline = Date.now() + readyWithinMilliseconds;
  while (Date.now() < deadline && !failed()) {
    if (await runsOn(cluster, port, password)) return true;
    await pause(25);
  }
  return false;
}

/** Whether the server on this port is the one of this cluster; makes our database in it when it is new. */
async function runsOn(cluster: string, port: number, password: string): Promise<boolean> {
  const url = new URL(urlOf(port, password));
  url.pathname = '/postgres';
  const client = new Client({ connectionString: url.href, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    if (rows[0]?.data_directory !== cluster) return false;
    const known = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (known.rowCount === 0) await client.query(`create database ${database}`);
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A fast stop: open transactions are rolled back, what is committed is on disk. */
async function stop(cluster: string): Promise<void> {
  const { pid } = readPidFile(cluster);
  if (pid === undefined || !isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + stopWithinMilliseconds;
  while (isAlive(pid) && Date.now() < deadline) await pause(20);
}

/** `postmaster.pid`: the process on the first line, the port on the fourth (PostgreSQL manual, "Server Files"). */
function readPidFile(cluster: string): { pid?: number; port?: number } {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return {};
  const lines = readFileSync(file, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return { ...(pid > 0 && { pid }), ...(port > 0 && { port }) };
}

function isPostgres(pid: number): boolean {
  const name = `/proc/${pid}/comm`;
  return !existsSync(name) || readFileSync(name, 'utf8').trim() === 'postgres';
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

const lastLines = (text: string): string => text.trim().split('\n').slice(-8).join('\n');
