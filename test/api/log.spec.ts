import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PublicRecord } from '../../server/modules/record/record.port.js';
import { logCrypto } from '../../server/platform/crypto/log-crypto.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { statesOf } from '../../shared/log/disclosure.js';
import { parseEntry, type Entry } from '../../shared/log/entry.js';
import { parsePolicy } from '../../shared/log/policy.js';
import { entriesPath, parseBundle, tilePath } from '../../shared/log/tile.js';
import type { LogReport, Remembered } from '../../shared/log/verify-log.js';
import { verifyReceipt } from '../../shared/log/verify-receipt.js';
import { foundDyad, type TestDyad } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { servedLog, sizeOf, verifiedLog } from '../support/served-log.js';

let test: TestApp;
let river: TestDyad;
beforeAll(async () => {
  test = await startApp();
  river = await foundDyad(test);
  await test.settled();
});
afterAll(() => test.close());

/** Whatever stands at an address of a log, as a program of others fetches it. */
const fetched = (path: string, dyad = river): Promise<Response> => fetch(`${test.url}/log/${dyad.slug}/${path}`);
const textAt = async (path: string, dyad = river): Promise<string> => (await fetched(path, dyad)).text();

const appended = (dyad: TestDyad, many: number): Promise<void> =>
  test.app.get(UnitOfWork).run({ dyadId: dyad.id }, async (tx) => {
    for (let version = 1; version <= many; version += 1)
      await test.app.get(PublicRecord).append(tx, dyad.id, {
        kind: 'charter.adopted',
        subject: dyad.id,
        by: { side: 'both' },
        about: { version, articles: 1 },
      });
  });

/** Fetches a log whole, and reads it with the library that also readers have. */
const verified = async (dyad: TestDyad, remembered: readonly Remembered[] = []): Promise<LogReport> =>
  verifiedLog(await servedLog(`${test.url}/log/${dyad.slug}`), { remembered });

describe('the log of a dyad', () => {
  it('is signed under an origin and a key that anybody is told', async () => {
    const answer = await fetched('checkpoint');
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    const [origin, size] = (await answer.text()).split('\n');
    const log = await test.visitor().call('GET /api/dyads/:dyad/log', { params: { dyad: river.slug } });
    expect(log).toMatchObject({ origin, size: Number(size), witnessedSize: null, witnesses: [] });
    expect(origin).toBe(`localhost/log/${river.slug}`);
    expect(log.keys[0]?.verifierKey.startsWith(`${origin}+`)).toBe(true);
  });

  it('is verified whole from what is served, at sizes around a full tile, and each contains those before', async () => {
    const lake = await foundDyad(test, 'lake');
    await test.settled();
    let before: Remembered[] = [];
    for (const wanted of [4, 255, 256, 257, 600]) {
      await appended(lake, wanted - sizeOf(await textAt('checkpoint', lake)));
      await test.settled();
      const report = await verified(lake, before);
      expect(report).toMatchObject({ entries: wanted });
      expect(report.problem).toBeUndefined();
      expect(report.signed.log).toBe('held');
      const { size = 0, root = new Uint8Array() } = report.signed.checkpoint ?? {};
      before = [{ size, root }];
    }
  });

  it('serves no tile beyond what is signed, and none that there cannot be', async () => {
    const size = sizeOf(await textAt('checkpoint'));
    const right = await fetched(tilePath({ level: 0, index: 0, width: size }));
    expect(right.headers.get('content-type')).toBe('application/octet-stream');
    expect(right.headers.get('cache-control')).toContain('immutable');
    expect((await right.arrayBuffer()).byteLength).toBe(size * 32);
    // Every size that there was can still be had: it is the beginning of what there is.
    for (let width = 1; width <= size; width += 1)
      expect((await fetched(entriesPath({ index: 0, width }))).status).toBe(200);
    for (const path of [
      tilePath({ level: 0, index: 0, width: size + 1 }),
      tilePath({ level: 0, index: 0 }),
      tilePath({ level: 1, index: 0, width: 1 }),
      entriesPath({ index: 0, width: size + 1 }),
      'tile/0/0',
      'tile/64/000.p/1',
      'tile/0/000.p/256',
      'tile/0/000.p/01',
      'tile/-1/000',
      'tile/',
    ])
      expect([path, (await fetched(path)).status]).toEqual([path, 404]);
  });

  it('serves nothing that is stored and not signed yet', async () => {
    const shore = await foundDyad(test, 'shore');
    await test.settled();
    const size = sizeOf(await textAt('checkpoint', shore));
    await test.database.query('begin');
    await test.database.query(
      `insert into log_entry (dyad_id, idx, leaf, record) select dyad_id, idx + 1, leaf, record from log_entry
       where dyad_id = $1 and idx = $2`,
      [shore.id, size - 1],
    );
    await test.database.query(
      `insert into record_entry (dyad_id, seq, kind, day, about) values ($1, $2, 'charter.adopted', now(), '{}')`,
      [shore.id, size],
    );
    await test.database.query('commit');
    expect((await fetched(entriesPath({ index: 0, width: size + 1 }), shore)).status).toBe(404);
    expect((await fetched(`receipt/${size}`, shore)).status).toBe(404);
    const { entries } = await test
      .visitor()
      .call('GET /api/dyads/:dyad/record', { params: { dyad: shore.slug }, query: { limit: 100 } });
    expect(entries[0]?.seq).toBe(size - 1);
  });

  it('gives a receipt of every entry, which is enough by itself; with a character changed it is not', async () => {
    const policy = parsePolicy(logCrypto.sha256, await textAt('policy'));
    const size = sizeOf(await textAt('checkpoint'));
    for (let index = 0; index < size; index += 1) {
      const answer = await fetched(`receipt/${index}`);
      expect(answer.headers.get('content-disposition')).toContain(`river-${index}.tlog-proof`);
      const report = verifyReceipt(logCrypto, await answer.text(), { policy });
      expect(report.checks.filter(({ state }) => state === 'broken')).toEqual([]);
      expect(report.index).toBe(index);
    }
    const receipt = await textAt('receipt/1');
    const at = receipt.indexOf('extra ') + 60;
    const other = receipt[at] === 'A' ? 'B' : 'A';
    const forged = receipt.slice(0, at) + other + receipt.slice(at + 1);
    expect(verifyReceipt(logCrypto, forged, { policy }).checks.some(({ state }) => state === 'broken')).toBe(true);
  });

  it('PRI-05: says texts and persons as salted digests only, days and no hours, and opens them beside the leaf', async () => {
    const size = sizeOf(await textAt('checkpoint'));
    const bytes = new Uint8Array(await (await fetched(entriesPath({ index: 0, width: size }))).arrayBuffer());
    const leaves = parseBundle(bytes);
    const entries: Entry[] = leaves.map(parseEntry);
    const said = new TextDecoder().decode(bytes);
    const founded = entries.findIndex(({ t }) => t === 'dyad.founded');
    const { entries: opened, erased } = (await (await fetched('disclosures/0')).json()) as {
      entries: { index: number; disclosures: string[] }[];
      erased: string[];
    };
    expect(erased).toEqual([]);
    const disclosures = opened.find(({ index }) => index === founded)?.disclosures ?? [];
    const entry = entries[founded];
    if (!entry) throw new Error('No entry tells of the founding');
    const states = statesOf(logCrypto.sha256, entry, { disclosures, erased: new Set(), publicPaths: [] });
    const names = states.flatMap((one) =>
      one.state === 'matches' && typeof one.value === 'string' ? [one.value] : [],
    );
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(said).not.toContain(name);
    expect(said).not.toMatch(/\d\d:\d\d/);
  });

  it('chains the entries of a subject, each to the one before', async () => {
    const size = sizeOf(await textAt('checkpoint'));
    const leaves = parseBundle(
      new Uint8Array(await (await fetched(entriesPath({ index: 0, width: size }))).arrayBuffer()),
    );
    const [, ...ofDyad] = leaves.map(parseEntry);
    expect(ofDyad.map(({ rev }) => rev)).toEqual(ofDyad.map((_, at) => at + 1));
    expect(new Set(ofDyad.map(({ sub }) => sub)).size).toBe(1);
    expect(ofDyad[0]?.sub).not.toBe(river.id);
  });
});

describe('a log that somebody else wrote to', () => {
  it('cannot be rewritten, by the application or by the owner of its tables', async () => {
    for (const [statement, codes] of [
      [`update log_entry set record = record`, ['42501', '23514']],
      [`delete from log_entry`, ['42501', '23514']],
      [`truncate log_entry`, ['42501', '23514']],
      [`update log_checkpoint set note = note`, ['42501', '23514']],
      [`delete from log_checkpoint`, ['42501', '23514']],
      [`update log_tile set data = substr(data, 1, 32)`, ['23514', '23514']],
      [`update log_tile set data = set_byte(data, 0, (get_byte(data, 0) + 1) % 256)`, ['23514', '23514']],
      [`delete from log_tile`, ['42501', '23514']],
      [`update log_head set size = size - 1, published_size = 0`, ['23514', '23514']],
      [`update log_head set origin = 'elsewhere/log/x'`, ['42501', '23514']],
      [`delete from log_key`, ['42501', undefined]],
    ] as const) {
      for (const [at, role] of ['entente_app', undefined].entries()) {
        if (codes[at] === undefined) continue;
        await test.database.query('begin');
        if (role) await test.database.query(`set local role ${role}; set local app.dyad = '*'`);
        await expect(test.database.query(statement), `${role}: ${statement}`).rejects.toMatchObject({
          code: codes[at],
        });
        await test.database.query('rollback');
      }
    }
  });

  it('is found out when a superuser rewrites it', async () => {
    const bay = await foundDyad(test, 'bay');
    await test.settled();
    const honest = (await verified(bay)).problem;
    expect(honest).toBeUndefined();
    await test.database.query(`alter table log_entry disable trigger all`);
    await test.database.query(
      `update log_entry set record = convert_to(replace(convert_from(record, 'UTF8'), '"articles":1', '"articles":2'), 'UTF8')
       where dyad_id = $1`,
      [bay.id],
    );
    await test.database.query(`alter table log_entry enable trigger all`);
    expect((await verified(bay)).problem).toBeDefined();
  });
});

describe('a database that was restored from an older copy', () => {
  it('is not signed again: what was signed since would be contradicted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'entente-guard-'));
    const first = await startApp({ RECORD_GUARD_DIR: folder });
    try {
      const hill = await foundDyad(first, 'hill');
      await first.settled();
      const copy = await first.database.query<{ head: Record<string, unknown> }>(
        `select to_jsonb(h) as head from log_head h where dyad_id = $1`,
        [hill.id],
      );
      const size = Number(copy[0]?.head['size']);
      const record = first.app.get(PublicRecord);
      const oneMore = () =>
        first.app.get(UnitOfWork).run({ dyadId: hill.id }, (tx) =>
          record.append(tx, hill.id, {
            kind: 'charter.adopted',
            subject: hill.id,
            by: { side: 'both' },
            about: { version: 7, articles: 1 },
          }),
        );
      await oneMore();
      await first.settled();
      // What a restored copy does not know is gone: the newest entry, its tile, its checkpoint, its place in the head.
      await first.database.query(`set session_replication_role = replica`);
      for (const statement of [
        `delete from log_entry where dyad_id = $1 and idx >= ${size}`,
        `delete from record_entry where dyad_id = $1 and seq >= ${size}`,
        `delete from log_checkpoint where dyad_id = $1 and size > ${size}`,
        `update log_tile set data = substr(data, 1, ${32 * size}) where dyad_id = $1 and level = 0`,
        `update log_head set size = ${size}, published_size = ${size},
           root = (select root from log_checkpoint where dyad_id = $1 and size = ${size}),
           frontier = decode('${String(copy[0]?.head['frontier']).slice(2)}', 'hex') where dyad_id = $1`,
      ])
        await first.database.query(statement, [hill.id]);
      await first.database.query(`set session_replication_role = origin`);
      await oneMore();
      const second = await startApp({ RECORD_GUARD_DIR: folder }, first.database);
      try {
        await second.settled();
        const log = await second.visitor().call('GET /api/dyads/:dyad/log', { params: { dyad: hill.slug } });
        expect(log.size).toBe(size);
        const health = await second.visitor().send('GET /health/ready');
        expect(JSON.stringify(health.answer)).toContain('record');
        const waiting = await first.database.query(`select 1 from log_outbox where dyad_id = $1`, [hill.id]);
        expect(waiting).toHaveLength(1);
      } finally {
        await second.close();
      }
    } finally {
      await first.close();
      rmSync(folder, { recursive: true });
    }
  });
});

describe('three nodes at once', () => {
  it('give every entry one number, and sign one tree of each size', async () => {
    const nodes = [test, await startApp({}, test.database), await startApp({}, test.database)];
    const strait = await foundDyad(test, 'strait');
    try {
      await Promise.all(
        Array.from({ length: 60 }, (_, at) => {
          const node = nodes[at % 3] ?? test;
          return node.app.get(UnitOfWork).run({ dyadId: strait.id }, (tx) =>
            node.app.get(PublicRecord).append(tx, strait.id, {
              kind: 'charter.adopted',
              subject: at % 2 === 0 ? strait.id : `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
              by: { side: 'both' },
              about: { version: at + 2, articles: 1 },
            }),
          );
        }),
      );
      for (const node of nodes) await node.settled();
    } finally {
      for (const node of nodes.slice(1)) await node.close();
    }
    const report = await verified(strait);
    expect(report.problem).toBeUndefined();
    expect(report.entries).toBe(64);
    const roots = await test.database.query<{ roots: number }>(
      `select count(distinct root)::int as roots from log_checkpoint where dyad_id = $1 group by size`,
      [strait.id],
    );
    expect(roots.every((one) => one.roots === 1)).toBe(true);
    const twice = await test.database.query(
      `select 1 from log_entry where dyad_id = $1 group by leaf having count(*) > 1`,
      [strait.id],
    );
    expect(twice).toEqual([]);
  });
});
