import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../server/platform/config/project-root.js';
import { logCrypto } from '../../server/platform/crypto/log-crypto.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../server/platform/database/embedded-postgres.js';
import { migrate } from '../../server/platform/database/migrate.js';
import { tables } from '../../server/tables.js';
import { hex } from '../../shared/log/encoding.js';
import type { Entry } from '../../shared/log/entry.js';
import { parsePolicy } from '../../shared/log/policy.js';
import { signedCheckpoint } from '../../shared/log/signed-checkpoint.js';
import type { Remembered } from '../../shared/log/verify-log.js';
import { foundDyad, type TestDyad } from '../support/actors.js';
import { startApp } from '../support/app.js';
import { appendEntry } from '../support/appended-entry.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { until } from '../support/live.js';
import { servedLog, sizeOf, verifiedLog } from '../support/served-log.js';
import { isBuilt, startServerProcess, type ServerProcess } from '../support/server-process.js';

const writing = join(projectRoot, 'test', 'support', 'record-server.mjs');
/** So many numbers are kept apart for what one process writes. */
const numbersOfProcess = 1_000_000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-log-crash-'));
  // PostgreSQL may run as another user than the test, and has to get through.
  execFileSync('chmod', ['755', folder]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A log of a dyad, all nodes of which share the second memory of what was signed. */
interface World {
  readonly database: Pick<TestDatabase, 'url' | 'query'>;
  readonly dyad: TestDyad;
  readonly guard: string;
}

let processes = 0;

/** A node that signs, and that writes itself. */
const startWriting = ({ database, dyad, guard }: World): Promise<ServerProcess> =>
  startServerProcess(
    {
      DATABASE_URL: database.url,
      RECORD_GUARD_DIR: guard,
      RECORD_DYAD: dyad.id,
      RECORD_FROM: String((processes += 1) * numbersOfProcess),
    },
    writing,
  );

const startSigning = ({ database, guard }: World): Promise<ServerProcess> =>
  startServerProcess({ DATABASE_URL: database.url, RECORD_GUARD_DIR: guard });

/** The numbers whose transactions a process said were committed. */
const acknowledged = (server: ServerProcess): number[] =>
  [...server.printed().matchAll(/^committed (\d+)$/gm)].map(([, version]) => Number(version));

/** Nothing waits for its number or for its signature. */
const everythingSigned = ({ database }: World): Promise<void> =>
  until(async () => {
    const [waiting] = await database.query<{ many: number }>(
      `select ((select count(*) from log_outbox)
         + (select count(*) from log_head where published_size <> size))::int as many`,
    );
    return waiting?.many === 0;
  }, 60_000);

const addressOf = ({ url }: Pick<ServerProcess, 'url'>, { dyad }: World): string => `${url}/log/${dyad.slug}`;

/**
 * Verifies the log whole, from what a node serves: every change that was acknowledged is in it once, everything that was
 * committed and nothing else, and every tree that was ever served is the beginning of this one.
 */
async function expectWhole(
  world: World,
  server: Pick<ServerProcess, 'url'>,
  committed: readonly number[],
  notes: Iterable<string> = [],
): Promise<void> {
  await everythingSigned(world);
  const log = await servedLog(addressOf(server, world));
  const policy = parsePolicy(logCrypto.sha256, log.policy);
  const seen: Remembered[] = [];
  const roots = new Map<number, string>();
  for (const note of notes) {
    const { log: ofLog, checkpoint } = signedCheckpoint(logCrypto, note, policy);
    expect(ofLog).toBe('held');
    if (!checkpoint) throw new Error('A checkpoint was served that says nothing');
    expect(roots.get(checkpoint.size) ?? hex(checkpoint.root)).toBe(hex(checkpoint.root));
    roots.set(checkpoint.size, hex(checkpoint.root));
    seen.push(checkpoint);
  }
  const entries: Entry[] = [];
  // Two trees of which both are the beginning of a third are consistent: so all pairs are compared.
  const report = verifiedLog(log, { remembered: seen, onEntry: (entry) => entries.push(entry) });
  expect(report.problem).toBeUndefined();
  const logged = entries.flatMap(({ t, d }) => (t === 'charter.adopted' ? [Number(d['version'])] : []));
  expect(new Set(logged).size).toBe(logged.length);
  const known = new Set(logged);
  expect(committed.filter((version) => !known.has(version))).toEqual([]);
  const written = await world.database.query<{ version: number }>(`select version from written`);
  expect(logged.filter((version) => version >= numbersOfProcess).toSorted(inOrder)).toEqual(
    written.map(({ version }) => version).toSorted(inOrder),
  );
}

const inOrder = (one: number, other: number): number => one - other;

/** Founds a dyad on a database, whose log is signed then. */
async function worldOn(database: TestDatabase, name: string): Promise<World> {
  const guard = join(folder, `guard-${name}`);
  const app = await startApp({ RECORD_GUARD_DIR: guard }, database);
  const dyad = await foundDyad(app);
  await app.settled();
  await app.close();
  // What writers change beside the record, in the same transactions.
  await database.query(`create table written (version integer primary key)`);
  await database.query(`grant select, insert on written to public`);
  return { database, dyad, guard };
}

/** So many trees are enough to compare: writers are let go on until that many were served. */
const severalTrees = 3;

interface Collected {
  /** Every note that was served so far. */
  readonly notes: ReadonlySet<string>;
  stop(): Promise<void>;
}

/** Asks these nodes for the checkpoint again and again. */
function collecting(world: World, nodes: readonly ServerProcess[]): Collected {
  const notes = new Set<string>();
  let isOver = false;
  const asking = nodes.map(async (node) => {
    while (!isOver) {
      const answer = await fetch(`${addressOf(node, world)}/checkpoint`).catch(() => undefined);
      if (answer?.status !== 200) return;
      notes.add(await answer.text());
    }
  });
  return {
    notes,
    stop: async () => {
      isOver = true;
      await Promise.all(asking);
    },
  };
}

describe.skipIf(!isBuilt)('a node that is killed while everybody writes to the record', { timeout: 180_000 }, () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());

  it('REL-12: leaves no gap and nothing twice, and what it acknowledged is logged', async () => {
    const world = await worldOn(database, 'node');
    const committed: number[] = [];
    const notes = new Set<string>();
    for (let kill = 1; kill <= 2; kill += 1) {
      const server = await startWriting(world);
      const collected = collecting(world, [server]);
      await until(() => acknowledged(server).length >= kill * 60 && collected.notes.size >= severalTrees, 60_000);
      await server.kill('SIGKILL');
      await collected.stop();
      for (const note of collected.notes) notes.add(note);
      committed.push(...acknowledged(server));
    }
    const back = await startSigning(world);
    await expectWhole(world, back, committed, notes);
    await back.kill('SIGTERM');
  });
});

describe.skipIf(!isBuilt)('three nodes that sign one log', { timeout: 180_000 }, () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());

  it('REL-12: tell one story, also when one of them is killed in the middle', async () => {
    const world = await worldOn(database, 'three');
    const nodes = await Promise.all([startWriting(world), startWriting(world), startWriting(world)]);
    const [first, ...others] = nodes;
    const collected = collecting(world, nodes);
    const all = (): number[] => nodes.flatMap(acknowledged);
    await until(() => nodes.every((node) => acknowledged(node).length >= 60), 60_000);
    await first.kill('SIGKILL');
    const before = all().length;
    await until(() => all().length >= before + 200 && collected.notes.size >= severalTrees, 60_000);
    await collected.stop();
    for (const node of others) await node.kill('SIGKILL');
    const back = await startSigning(world);
    await expectWhole(world, back, all(), collected.notes);
    await back.kill('SIGTERM');
  });
});

/** A PostgreSQL of the test's own, which keeps every commit, as that of an installation does. */
interface OwnDatabase extends TestDatabase {
  readonly postgres: EmbeddedPostgres;
}

async function ownDatabase(dataDir: string): Promise<OwnDatabase> {
  const postgres = await startEmbeddedPostgres({ dataDir });
  await migrate(postgres.url, tables);
  const owner = new Client({ connectionString: postgres.url });
  // It is killed, and its connections end.
  owner.on('error', () => undefined);
  await owner.connect();
  return {
    url: postgres.url,
    postgres,
    query: async <Row>(sql: string, parameters: unknown[] = []) => (await owner.query(sql, parameters)).rows as Row[],
    drop: async () => {
      await owner.end().catch(() => undefined);
      await postgres.stop();
    },
  };
}

/** The parent of a process; none when it is gone. */
function parentOf(pid: string): number | undefined {
  try {
    return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}

/** Kills a PostgreSQL and every process that it started, in the middle of whatever they do. */
async function killPostgres(dataDir: string): Promise<void> {
  const [line] = readFileSync(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8').split('\n');
  const postmaster = Number(line);
  const children = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && parentOf(pid) === postmaster);
  expect(children.length).toBeGreaterThan(0);
  for (const pid of [postmaster, ...children.map(Number)]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // A process of its own ended meanwhile.
    }
  }
  await until(() => [postmaster, ...children].every((pid) => parentOf(String(pid)) === undefined), 10_000);
}

describe.skipIf(!isBuilt)(
  'a PostgreSQL that is killed while everybody writes to the record',
  { timeout: 180_000 },
  () => {
    it('REL-12: has everything it committed when it is back, once, and no tree that was served is contradicted', async () => {
      const dataDir = join(folder, 'killed');
      const first = await ownDatabase(dataDir);
      const world = await worldOn(first, 'killed');
      const server = await startWriting(world);
      const collected = collecting(world, [server]);
      await until(() => acknowledged(server).length >= 200 && collected.notes.size >= severalTrees, 60_000);
      await killPostgres(dataDir);
      await collected.stop();
      await until(() => server.printed().match(/^unsure$/gm)?.length === 6, 10_000);
      await server.kill('SIGKILL');
      await first.drop();

      const second = await ownDatabase(dataDir);
      const after = { ...world, database: second };
      const back = await startWriting(after);
      await until(() => acknowledged(back).length >= 20, 60_000);
      await back.kill('SIGKILL');
      const reading = await startSigning(after);
      await expectWhole(after, reading, [...acknowledged(server), ...acknowledged(back)], collected.notes);
      await reading.kill('SIGTERM');
      await second.drop();
    });
  },
);

describe('a PostgreSQL whose folder is that of an older copy', { timeout: 180_000 }, () => {
  it('REL-12: is not signed again, and serves what it has', async () => {
    const [dataDir, copy] = [join(folder, 'restored'), join(folder, 'copy')];
    const first = await ownDatabase(dataDir);
    const world = await worldOn(first, 'restored');
    await first.drop();
    execFileSync('cp', ['-a', dataDir, copy]);

    const newer = await ownDatabase(dataDir);
    const before = await startApp({ RECORD_GUARD_DIR: world.guard }, newer);
    const old = await (await fetch(`${addressOf(before, world)}/checkpoint`)).text();
    await appendEntry(before, world.dyad, 2);
    await before.settled();
    expect(sizeOf(await (await fetch(`${addressOf(before, world)}/checkpoint`)).text())).toBe(sizeOf(old) + 1);
    await before.close();
    await newer.drop();

    rmSync(dataDir, { recursive: true });
    execFileSync('cp', ['-a', copy, dataDir]);
    const restored = await ownDatabase(dataDir);
    const after = await startApp({ RECORD_GUARD_DIR: world.guard }, restored);
    await appendEntry(after, world.dyad, 3);
    await after.settled();
    const log = await servedLog(addressOf(after, world));
    expect(log.checkpoint).toBe(old);
    expect(verifiedLog(log).problem).toBeUndefined();
    expect(JSON.stringify((await after.visitor().send('GET /health/ready')).answer)).toContain('record');
    expect(await restored.query('select 1 from log_outbox')).toHaveLength(1);
    await after.close();
    await restored.drop();
  });
});
