import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { provenErasures, type AskedLog } from '../../client/features/verify/proven-erasures.js';
import { PublicRecord } from '../../server/modules/record/record.port.js';
import { logCrypto } from '../../server/platform/crypto/log-crypto.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { parseDisclosure } from '../../shared/log/disclosure.js';
import { base64, fromBase64, fromUtf8, utf8 } from '../../shared/log/encoding.js';
import { parsePolicy } from '../../shared/log/policy.js';
import { parseBundle } from '../../shared/log/tile.js';
import { verifyReceipt, type ReceiptReport } from '../../shared/log/verify-receipt.js';
import { publicPaths } from '../../shared/record/public-parts.rules.js';
import { foundDyad, type TestDyad } from '../support/actors.js';
import { startApp, testSecret, type TestApp } from '../support/app.js';
import { run } from '../support/command-line.js';
import { ofBothSides, together, type BothSides } from '../support/ratification.js';

let test: TestApp;
let river: TestDyad;
let stewards: BothSides;
const folder = mkdtempSync(join(tmpdir(), 'entente-erasure-'));
const told = { bg: 'Парите на Йордан Незнаков', mk: 'Парите на Јордан Незнаков' };

beforeAll(async () => {
  test = await startApp();
  river = await foundDyad(test);
  stewards = await ofBothSides(test, river, ['steward']);
  await test.settled();
  const settings = {
    DATABASE_URL: test.database.url,
    DATA_DIR: join(folder, 'data'),
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    ENTENTE_SECRET: testSecret,
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
  await test.close();
});

interface Told {
  readonly entries: readonly { readonly index: number; readonly disclosures: readonly string[] }[];
  readonly erased: readonly string[];
}

const fetched = (path: string): Promise<Response> => fetch(`${test.url}/log/${river.slug}/${path}`);
const textAt = async (path: string): Promise<string> => (await fetched(path)).text();
const newest = async () =>
  (await test.visitor().call('GET /api/dyads/:dyad/record', { params: { dyad: river.slug }, query: { limit: 100 } }))
    .entries;
const entryAt = async (seq: number) => (await newest()).find((one) => one.seq === seq);

/** Records a text that names somebody. @returns the number of its entry */
async function recorded(title: Record<string, string> = told): Promise<number> {
  await test.app.get(UnitOfWork).run({ dyadId: river.id }, (tx) =>
    test.app.get(PublicRecord).append(tx, river.id, {
      kind: 'disclosure.published',
      subject: river.id,
      by: { side: 'both' },
      about: { kind: 'funding', title },
    }),
  );
  await test.settled();
  return (await newest())[0]?.seq ?? 0;
}

async function agreed(details: object): Promise<void> {
  await together(river, stewards, 'record.erase', details);
  await test.settled();
}

/** Everything that the tables of the record hold, readably; what is encrypted is not. */
async function stored(): Promise<string> {
  const tables = await test.database.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and (table_name like 'log\\_%' or table_name like 'record\\_%')`,
  );
  expect(tables.length).toBeGreaterThan(10);
  const rows: string[] = [];
  for (const { name } of tables) {
    const all = await test.database.query<{ row: string }>(`select t::text as row from ${name} t`);
    rows.push(...all.flatMap(({ row }) => [row, unescaped(row)]));
  }
  return rows.join('\n');
}

/** What the bytes in a row say, where they say anything. */
const unescaped = (row: string): string =>
  row.replaceAll(/\\x([0-9a-f]+)/g, (_, hex: string) => Buffer.from(hex, 'hex').toString('utf8'));

const verified = () => run('verify', 'url', `${test.url}/log/${river.slug}`);

/** What the page that checks receipts does. It is loaded by its name: its types are those of a browser. */
const checkOfPage = '../../client/features/verify/check-receipt.ts';
interface PageCheck {
  checkReceipt(question: { receipt: string; log: string }): Promise<Pick<ReceiptReport, 'checks' | 'disclosures'>>;
}

const put = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

/** The same receipt without the texts at a path, as somebody would hand it on who does not want them to be read. */
const without = (receipt: string, path: string): string =>
  receipt.replace(/^extra (.*)$/m, (_, extra: string) => {
    const { entry, disclosures } = JSON.parse(fromUtf8(fromBase64(extra))) as { entry: string; disclosures: string[] };
    const left = disclosures.filter((one) => !parseDisclosure(one).path.startsWith(`${path}.`));
    return `extra ${base64(utf8(JSON.stringify({ disclosures: left, entry })))}`;
  });

async function receiptOf(seq: number, receipt: string, erased?: ReadonlySet<string>): Promise<ReceiptReport> {
  const policy = parsePolicy(logCrypto.sha256, await textAt('policy'));
  const known = { policy, publicPaths, ...(erased && { erased }) };
  const report = verifyReceipt(logCrypto, receipt, known);
  expect(report.index).toBe(seq);
  return report;
}

describe('erasing a text of the public record', () => {
  it('PRI-13: destroys what opens the digests and leaves the log, its proofs and its older receipts as they were', async () => {
    const seq = await recorded();
    const [before, tile] = [await textAt(`receipt/${seq}`), await textAt(`tile/entries/000.p/${seq + 1}`)];
    expect(await stored()).toContain('Незнаков');
    expect((await receiptOf(seq, before)).disclosures.map(({ state }) => state)).toContain('matches');

    await agreed({ entry: seq, ground: 'art17' });

    expect(await stored()).not.toContain('Незнаков');
    const { entries, erased } = (await (await fetched('disclosures/0')).json()) as Told;
    expect(entries.find(({ index }) => index === seq)?.disclosures).toEqual([]);
    expect(erased).toHaveLength(2);
    expect(await textAt(`tile/entries/000.p/${seq + 1}`)).toBe(tile);
    const day = test.clock.now().toISOString().slice(0, 10);
    const entry = await entryAt(seq);
    expect(entry).toMatchObject({ about: { kind: 'funding' }, erased: [{ on: day, ground: 'art17' }] });
    expect(entry?.about).not.toHaveProperty('title');
    const [note] = await newest();
    expect(note).toMatchObject({ kind: 'record.erased', about: { index: seq, ground: 'art17', erased_on: day } });
    expect(note?.about['digests']).toHaveLength(2);

    const { code, out } = await verified();
    expect([code, out]).toEqual([0, expect.stringContaining('2 were erased')]);
  });

  it('is said by a receipt only where the log says so; where it does not, the text is missing', async () => {
    const seq = await recorded();
    await agreed({ entry: seq, ground: 'safety' });
    const receipt = await textAt(`receipt/${seq}`);
    const [note] = await newest();
    const digests = new Set(note?.about['digests'] as unknown as string[]);
    const known = await receiptOf(seq, receipt, digests);
    expect(known.checks.filter(({ state }) => state === 'broken')).toEqual([]);
    expect(known.disclosures.filter(({ state }) => state === 'erased')).toHaveLength(2);
    const unknown = await receiptOf(seq, receipt);
    expect(unknown.checks).toContainEqual({ name: 'disclosures', state: 'broken' });
    expect(unknown.disclosures).toContainEqual({ state: 'missing', path: 'title' });

    // The page that checks receipts asks the log, and believes an entry that the log proves; not a mere claim.
    const policy = parsePolicy(logCrypto.sha256, await textAt('policy'));
    const bundle = new Uint8Array(await (await fetched(`tile/entries/000.p/${(note?.seq ?? 0) + 1}`)).arrayBuffer());
    const entries = parseBundle(bundle).map((bytes, index) => ({ index, bytes }));
    const log: AskedLog = {
      erasedNear: () => Promise.resolve(digests),
      entriesAfter: (index) => Promise.resolve(entries.slice(index + 1)),
      receipt: (index) => textAt(`receipt/${index}`),
    };
    expect(await provenErasures(logCrypto, log, policy, seq, digests)).toEqual(digests);
    const kept = await recorded();
    const commitments = new Set(
      (await receiptOf(kept, await textAt(`receipt/${kept}`))).disclosures.flatMap((one) =>
        one.state === 'matches' ? [one.digest] : [],
      ),
    );
    const lying = { ...log, erasedNear: () => Promise.resolve(commitments) };
    expect(await provenErasures(logCrypto, lying, policy, kept, commitments)).toEqual(new Set());

    // Without network: a copy of the log is enough to know of the erasure.
    const [file, copy] = [join(folder, 'one.tlog-proof'), join(folder, 'copy')];
    writeFileSync(file, receipt);
    expect((await run('witness', 'mirror', copy, '--log', `${test.url}/log/${river.slug}`)).code).toBe(0);
    const offline = await run('verify', 'receipt', file, '--policy', join(copy, 'policy'), '--remembered', copy);
    expect(offline.out).toContain('2 texts of it were erased: the copy of the log says so.');
    expect(offline.code).toBe(0);
  });

  it('is told from a text that was only taken away, alike by the page, by the command and by the library', async () => {
    const policy = put('asked-policy', await textAt('policy'));
    const ofPage = (await import(checkOfPage)) as PageCheck;
    const verdicts = async (seq: number, text: string) => {
      const log = `${test.url}/log/${river.slug}`;
      const page = await ofPage.checkReceipt({ receipt: text, log });
      const state = page.checks.find(({ name }) => name === 'disclosures')?.state;
      const { code, out } = await run('verify', 'receipt', put('asked.tlog-proof', text), '--policy', policy);
      expect([seq, code, out.includes('or is missing')]).toEqual([seq, state === 'broken' ? 1 : 0, state === 'broken']);
      expect((await receiptOf(seq, text)).checks).toContainEqual({ name: 'disclosures', state });
      return { state, missing: page.disclosures.filter((one) => one.state === 'missing') };
    };
    const kept = await recorded({ bg: 'Остава', mk: 'Останува' });
    const erased = new Set(
      (await newest()).flatMap(({ about }) => (about['index'] === undefined ? [] : [about['index']])),
    );
    for (const { seq } of await newest())
      if (!erased.has(seq)) expect((await verdicts(seq, await textAt(`receipt/${seq}`))).missing).toEqual([]);

    const receipt = await textAt(`receipt/${kept}`);
    expect(await verdicts(kept, without(receipt, 'title'))).toEqual({
      state: 'broken',
      missing: [{ state: 'missing', path: 'title' }],
    });
  });

  it('takes single texts, and what stays is kept under a key that the erased ones never had', async () => {
    const title = { bg: 'Парите на Асен', mk: 'Парите на Асен Друг' };
    const seq = await recorded({ ...title, en: 'Money of Asen' });
    const keys = () =>
      test.database.query<{ id: string; gone: boolean }>(
        `select k.id, k.wrapped is null as gone from log_disclosure_key k
         join log_entry e on e.dyad_id = k.dyad_id and e.leaf = k.leaf where e.dyad_id = $1 and e.idx = $2`,
        [river.id, seq],
      );
    const [first] = await keys();
    await agreed({ entry: seq, paths: ['title.en'], ground: 'court' });
    expect((await entryAt(seq))?.about).toEqual({ kind: 'funding', title });
    expect(await stored()).not.toContain('Asen');
    const after = await keys();
    expect(after).toHaveLength(2);
    expect(after.find(({ id }) => id === first?.id)?.gone).toBe(true);
    const receipt = await receiptOf(seq, await textAt(`receipt/${seq}`));
    expect(receipt.disclosures).toContainEqual(expect.objectContaining({ path: 'title.mk', value: title.mk }));
    await agreed({ entry: seq, ground: 'art17' });
    expect((await entryAt(seq))?.erased).toHaveLength(2);
    expect((await verified()).code).toBe(0);
  });

  it('refuses what is erased already, what has no text, and what is not there', async () => {
    const seq = await recorded();
    const open = { entry: seq, ground: 'art17' };
    const propose = async (details: object) => {
      const { problem } = await stewards.a.api.try('POST /api/dyads/:dyad/joint-acts', {
        params: { dyad: river.slug },
        body: { kind: 'record.erase', details: { ...details }, reason: 'agreed at our meeting' },
      });
      return problem.code;
    };
    expect(await propose({ ...open, paths: ['name'] })).toBe('record.nothing_to_erase');
    await agreed(open);
    expect(await propose(open)).toBe('record.nothing_to_erase');
    expect(await propose({ ...open, entry: 0 })).toBe('record.nothing_to_erase');
    expect(await propose({ ...open, entry: 9_999 })).toBe('record.no_such_entry');
  });

  it('is nothing that a steward does alone', async () => {
    const seq = await recorded();
    const { id } = await stewards.a.api.call('POST /api/dyads/:dyad/joint-acts', {
      params: { dyad: river.slug },
      body: { kind: 'record.erase', details: { entry: seq, ground: 'safety' }, reason: 'agreed at our meeting' },
    });
    const { problem } = await stewards.a.api.try('POST /api/dyads/:dyad/joint-acts/:act/answer', {
      params: { dyad: river.slug, act: id },
      body: { answer: 'agree' },
    });
    expect(problem.code).toBe('joint_act.same_side');
    expect((await entryAt(seq))?.about['title']).toEqual(told);
  });

  it('is done by whoever runs the server where a court orders it, and the log says it all the same', async () => {
    const seq = await recorded();
    const name = `${river.slug}:${seq}`;
    expect((await run('record', 'erase', name, '--ground', 'because')).code).toBe(1);
    expect((await run('record', 'erase', name)).code).toBe(2);
    const { code, out } = await run('record', 'erase', name, '--ground', 'court');
    expect([code, out]).toEqual([0, expect.stringContaining('destroyed')]);
    await test.settled();
    expect((await newest())[0]).toMatchObject({ kind: 'record.erased', about: { index: seq, ground: 'court' } });
    const again = await run('record', 'erase', name, '--ground', 'court');
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('Nothing of this entry')]);
    expect((await verified()).code).toBe(0);
  });

  it('lingers in no cache: what opens the log is kept by nobody on the way', async () => {
    const seq = await recorded();
    for (const path of ['disclosures/0', `receipt/${seq}`])
      expect([path, (await fetched(path)).headers.get('cache-control')]).toEqual([path, 'no-store']);
    const record = await fetch(`${test.url}/api/dyads/${river.slug}/record`);
    expect(record.headers.get('cache-control')).toBe('no-store');
  });
});
