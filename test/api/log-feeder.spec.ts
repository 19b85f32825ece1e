import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeWitnessKey } from '../../server/cli/log/witness-key.js';
import { WitnessFeeder } from '../../server/modules/record/log/witness-feeder.js';
import { WitnessRepository } from '../../server/modules/record/log/witness.repository.js';
import { logCrypto } from '../../server/platform/crypto/log-crypto.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { parsePolicy } from '../../shared/log/policy.js';
import { signedCheckpoint } from '../../shared/log/signed-checkpoint.js';
import { foundDyad, type TestDyad } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { appendSigned } from '../support/appended-entry.js';
import { begun } from '../support/command-line.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { freePort } from '../support/server-process.js';

const folder = mkdtempSync(join(tmpdir(), 'entente-feeder-'));
const processes = new Set<ChildProcess>();
afterAll(async () => {
  await Promise.all([...processes].map(ended));
  rmSync(folder, { recursive: true });
});

async function ended(child: ChildProcess): Promise<void> {
  processes.delete(child);
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

/** A witness with a key and a memory of its own, as the institution of a side runs one. */
async function witness(side: 'a' | 'b', name: string) {
  const file = join(folder, `${name}-${side}.key`);
  const { vkey } = makeWitnessKey(`witness.example/${name}/${side}`, file);
  const port = String(await freePort());
  return {
    side,
    verifierKey: vkey,
    url: `http://127.0.0.1:${port}`,
    /** Runs it as a process of its own until it is ended. */
    async serve(logKey: string, state = join(folder, `${name}-${side}`)): Promise<ChildProcess> {
      const words = ['witness', 'serve', '--key', file, '--state', state, '--log', logKey, '--port', port];
      const { child } = await begun(words, /(http:\S+)\/add-checkpoint\n/);
      processes.add(child);
      return child;
    },
  };
}
type RunWitness = Awaited<ReturnType<typeof witness>>;

let started = 0;
/** The application, with a second memory that only this start has. */
function start(database?: TestDatabase): Promise<TestApp> {
  started += 1;
  return startApp({ PRIVATE_HOSTS: '127.0.0.1', RECORD_GUARD_DIR: join(folder, `guard-${started}`) }, database);
}

const stateOf = (test: TestApp, { slug }: TestDyad) =>
  test.visitor().call('GET /api/dyads/:dyad/log', { params: { dyad: slug } });
const textAt = async (test: TestApp, { slug }: TestDyad, path: string): Promise<string> =>
  (await fetch(`${test.url}/log/${slug}/${path}`)).text();

async function opened(test: TestApp, slug: string): Promise<{ dyad: TestDyad; logKey: string }> {
  const dyad = await foundDyad(test, slug);
  await test.settled();
  const { keys } = await stateOf(test, dyad);
  return { dyad, logKey: keys[0]?.verifierKey ?? '' };
}

const appoint = (test: TestApp, { id }: TestDyad, ...those: Pick<RunWitness, 'side' | 'verifierKey' | 'url'>[]) =>
  test.app.get(UnitOfWork).run({ dyadId: id }, async (tx) => {
    for (const { side, verifierKey, url } of those) {
      const name = { en: `Witness of ${side}` };
      await test.app.get(WitnessRepository).add(tx, id, { verifierKey, side, name, url }, '2026-05-01');
    }
  });

/** Everybody whose pause is over is asked, after so many seconds. */
async function fed(test: TestApp, seconds: number): Promise<void> {
  test.clock.advance({ seconds });
  await test.app.get(WitnessFeeder).idle();
}

const feeds = (test: TestApp, { id }: TestDyad) =>
  test.database.query<{ acknowledged: number; attempts: number }>(
    `select acknowledged, attempts from log_feed where dyad_id = $1 order by verifier_key`,
    [id],
  );

describe('witnesses with an address', () => {
  it('are sent each checkpoint by the server, and what both signed is a witnessed one', async () => {
    const test = await start();
    try {
      const { dyad, logKey } = await opened(test, 'river');
      const [a, b] = [await witness('a', 'river'), await witness('b', 'river')];
      await a.serve(logKey);
      const child = await b.serve(logKey);
      await appoint(test, dyad, a, b);
      await fed(test, 2);
      const { size } = await stateOf(test, dyad);
      expect(await stateOf(test, dyad)).toMatchObject({ witnessedSize: size });
      const policy = parsePolicy(logCrypto.sha256, await textAt(test, dyad, 'policy'));
      const held = async () => signedCheckpoint(logCrypto, await textAt(test, dyad, 'checkpoint.witnessed'), policy);
      expect(await held()).toMatchObject({ log: 'held', witnesses: 'held', checkpoint: { size } });

      // One is away: nothing waits for it, and the other goes on.
      await ended(child);
      for (const version of [2, 3]) await appendSigned(test, dyad, version);
      await fed(test, 2);
      expect(await stateOf(test, dyad)).toMatchObject({ size: size + 2, witnessedSize: size });
      const sent = (await feeds(test, dyad)).toSorted((one, other) => one.acknowledged - other.acknowledged);
      expect(sent.map(({ acknowledged }) => acknowledged)).toEqual([size, size + 2]);
      expect(sent[0]?.attempts).toBeGreaterThan(0);
      // It is back, and is sent the newest only, from where it was.
      await b.serve(logKey);
      await fed(test, 4000);
      expect(await stateOf(test, dyad)).toMatchObject({ witnessedSize: size + 2 });
      expect(await held()).toMatchObject({ witnesses: 'held', checkpoint: { size: size + 2 } });
      const sizes = await test.database.query<{ size: number }>(
        `select size from log_cosignature where dyad_id = $1 and witness = $2 order by size`,
        [dyad.id, b.verifierKey],
      );
      expect(sizes.map((one) => one.size)).toEqual([size, size + 2]);
    } finally {
      await test.close();
    }
  }, 90_000);

  it('say which size they have where the server thinks of another, and are asked again from there', async () => {
    const test = await start();
    try {
      const { dyad, logKey } = await opened(test, 'lake');
      const a = await witness('a', 'lake');
      const child = await a.serve(logKey);
      await appoint(test, dyad, a);
      await fed(test, 2);
      const { size } = await stateOf(test, dyad);
      expect(await feeds(test, dyad)).toEqual([{ acknowledged: size, attempts: 0 }]);
      await test.database.query(`update log_feed set acknowledged = 1 where dyad_id = $1`, [dyad.id]);
      await appendSigned(test, dyad, 2);
      await fed(test, 2);
      expect(await feeds(test, dyad)).toEqual([{ acknowledged: size + 1, attempts: 0 }]);
      // A witness that lost its memory has nothing, and begins anew.
      await ended(child);
      await a.serve(logKey, join(folder, 'lake-anew'));
      await appendSigned(test, dyad, 3);
      await fed(test, 4000);
      expect(await feeds(test, dyad)).toEqual([{ acknowledged: size + 2, attempts: 0 }]);
    } finally {
      await test.close();
    }
  }, 90_000);

  it('that do not know the log, or answer with what is none of theirs, are tried later and later', async () => {
    const test = await start();
    const answers: [status: number, body: string][] = [];
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      const [status, body] = answers.at(-1) ?? [404, ''];
      response.writeHead(status, { 'content-type': 'text/plain' }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const { dyad } = await opened(test, 'hill');
      const { side, verifierKey } = await witness('a', 'hill');
      await appoint(test, dyad, {
        side,
        verifierKey,
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/w/`,
      });
      await fed(test, 2);
      let attempts = (await feeds(test, dyad))[0]?.attempts ?? 0;
      expect(attempts).toBe(1);
      expect(asked).toEqual(['/w/add-checkpoint']);
      for (const answer of [
        [403, ''],
        [200, 'nothing'],
        [200, ''],
        [200, 'a'.repeat(65 * 1024)],
        [409, 'many'],
        [500, ''],
      ] as const) {
        answers.push([...answer]);
        await fed(test, 3601);
        attempts += 1;
        expect([answer, await feeds(test, dyad)]).toEqual([answer, [{ acknowledged: 0, attempts }]]);
      }
      // Within the pause nobody is asked.
      const before = asked.length;
      await fed(test, 600);
      expect(asked).toHaveLength(before);
      expect(await stateOf(test, dyad)).toMatchObject({ witnesses: [{ cosignedOn: null }] });
      // That one has more than there is, without the log's signature: it is asked what it has, and the log goes on.
      answers.push([409, '1000000']);
      await fed(test, 3601);
      const { size } = await stateOf(test, dyad);
      await appendSigned(test, dyad, 2);
      expect(await stateOf(test, dyad)).toMatchObject({ size: size + 1 });
      expect(asked.at(-1)).toMatch(/^\/w\/[0-9a-f]{64}\/checkpoint$/);
    } finally {
      server.close();
      await test.close();
    }
  });

  it('are sent a checkpoint by one node, however many there are', async () => {
    const test = await start();
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const others = [await start(test.database), await start(test.database)];
    try {
      const { dyad } = await opened(test, 'strait');
      const { side, verifierKey } = await witness('b', 'strait');
      await appoint(test, dyad, {
        side,
        verifierKey,
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      });
      await Promise.all([test, ...others].map((node) => node.app.get(WitnessFeeder).idle()));
      expect(asked).toEqual(['/add-checkpoint']);
    } finally {
      for (const node of others) await node.close();
      server.close();
      await test.close();
    }
  });

  it('are not asked inside the network unless the operator says so, and not any more when they left', async () => {
    const test = await startApp({ RECORD_GUARD_DIR: join(folder, 'guard-inside') });
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const { dyad } = await opened(test, 'moor');
      const a = await witness('a', 'moor');
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      await appoint(test, dyad, { ...a, url });
      await fed(test, 2);
      expect(await feeds(test, dyad)).toEqual([{ acknowledged: 0, attempts: 1 }]);
      expect(asked).toEqual([]);
      await test.app
        .get(UnitOfWork)
        .run({ dyadId: dyad.id }, (tx) =>
          test.app.get(WitnessRepository).remove(tx, dyad.id, a.verifierKey, '2026-05-02'),
        );
      expect(await feeds(test, dyad)).toEqual([]);
    } finally {
      server.close();
      await test.close();
    }
  });
});

describe('a database restored from an older copy, without the file that remembers', () => {
  const isStopped = async (test: TestApp): Promise<boolean> =>
    JSON.stringify((await test.visitor().send('GET /health/ready')).answer).includes('record');

  it('is not signed where a witness shows what the log has signed since; a silent one stops nothing', async () => {
    const database = await createDatabase();
    const copies: TestDatabase[] = [];
    const [a, state] = [await witness('a', 'bay'), join(folder, 'bay-state')];
    try {
      const first = await start(database);
      const { dyad, logKey } = await opened(first, 'bay');
      const child = await a.serve(logKey, state);
      await appoint(first, dyad, a);
      await fed(first, 2);
      const { size } = await stateOf(first, dyad);
      await first.close();
      copies.push(await database.copy(), await database.copy());
      const [restored, other] = copies;

      const later = await start(database);
      await appendSigned(later, dyad, 2);
      await fed(later, 20);
      expect(await feeds(later, dyad)).toEqual([{ acknowledged: size + 1, attempts: 0 }]);
      await later.close();

      const second = await start(restored);
      await appendSigned(second, dyad, 3);
      expect([await stateOf(second, dyad), await isStopped(second)]).toMatchObject([{ size }, true]);
      expect((await fetch(`${second.url}/log/${dyad.slug}/checkpoint`)).status).toBe(200);
      await second.close();

      // Nobody answers: the log is signed, and the moment the witness is back it is found out.
      await ended(child);
      const third = await start(other);
      await appendSigned(third, dyad, 4);
      expect([await stateOf(third, dyad), await isStopped(third)]).toMatchObject([{ size: size + 1 }, false]);
      await a.serve(logKey, state);
      await fed(third, 4000);
      await appendSigned(third, dyad, 5);
      expect([await stateOf(third, dyad), await isStopped(third)]).toMatchObject([{ size: size + 1 }, true]);
      await third.close();
    } finally {
      for (const copy of copies) await copy.drop();
      await database.drop();
    }
  }, 120_000);
});
