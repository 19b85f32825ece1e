import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SigningKeys } from '../../server/modules/record/log/signing-keys.js';
import { logCrypto } from '../../server/platform/crypto/log-crypto.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { formatCheckpoint } from '../../shared/log/checkpoint.js';
import { fromUtf8, utf8 } from '../../shared/log/encoding.js';
import { leafHash } from '../../shared/log/hash.js';
import { parseVerifierKey } from '../../shared/log/key.js';
import { openNote } from '../../shared/log/note.js';
import { foundDyad, type TestDyad } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { run } from '../support/command-line.js';
import { openTopic } from '../support/forum.js';
import { there } from '../support/log.js';
import { serveLog } from '../support/log-server.js';
import { rootOver } from '../support/signed-log.js';

const folder = mkdtempSync(join(tmpdir(), 'entente-log-command-'));
const at = (name: string): string => join(folder, name);
let test: TestApp;
let river: TestDyad;
let base: string;

beforeAll(async () => {
  test = await startApp();
  river = await foundDyad(test);
  await test.settled();
  base = `${test.url}/log/${river.slug}/`;
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await test.close();
});

describe('the command line, of the log that the server keeps', () => {
  it('finds it sound at its address, and that it holds what it was before', async () => {
    const check = () => run('verify', 'url', base, '--since', at('since'), '--json');
    const before = JSON.parse((await check()).out) as { size: number };
    await openTopic(test, river, 'water', 'post');
    await test.settled();
    const found = await check();
    expect(found).toMatchObject({ code: 0, err: '' });
    const after = JSON.parse(found.out) as { size: number; disclosures: { matches: number } };
    expect(after).toMatchObject({ holds: true, problem: null, witnesses: 'not_known' });
    expect(after.size).toBeGreaterThan(before.size);
    expect(after.disclosures.matches).toBeGreaterThan(0);
  });

  it('keeps a copy of it that holds alone, and a receipt fits the copy', async () => {
    expect((await run('witness', 'mirror', at('copy'), '--log', base)).code).toBe(0);
    expect(await run('verify', 'export', at('copy'))).toMatchObject({ code: 0, err: '' });
    writeFileSync(at('one.tlog-proof'), await (await fetch(`${base}receipt/1`)).text());
    const [, key = ''] = /^log (\S+)/m.exec(readFileSync(at('copy/policy'), 'utf8')) ?? [];
    const check = await run('verify', 'receipt', at('one.tlog-proof'), '--log', key, '--remembered', at('copy'));
    expect(check.code).toBe(0);
    expect(check.out.match(/^holds/gm)).toHaveLength(5);
  });

  it('says that two addresses show one history', async () => {
    const other = base.replace('localhost', '127.0.0.1');
    expect((await run('verify', 'compare', base, other)).out).toMatch(/^holds .* show one history\.$/m);
  });

  it('names both signed notes where a superuser rewrote an entry and had the same size signed again', async () => {
    const lake = await foundDyad(test, 'lake');
    await test.settled();
    const shown = `${test.url}/log/${lake.slug}/`;
    const textAt = async (path: string): Promise<string> => (await fetch(`${shown}${path}`)).text();
    const [before, policy] = [await textAt('checkpoint'), await textAt('policy')];
    const after = await rewritten(lake);
    // Somebody has kept what the log showed before.
    const keeper = await serveLog(new Map([['checkpoint', utf8(before)]]));
    const split = await run('verify', 'compare', keeper.base, shown, '--out', folder);
    await keeper.close();
    expect(split).toMatchObject({ code: 1, err: '' });
    expect(split.out).toContain('show two histories.');
    const size = Number(before.split('\n')[1]);
    const file = at(`log.evidence-${size}-${size}.json`);
    expect(split.out).toContain(file);
    const { older, newer } = JSON.parse(readFileSync(file, 'utf8')) as { older: string; newer: string };
    expect(new Set([older, newer])).toEqual(new Set([before, after]));
    const [, key = ''] = /^log (\S+)/m.exec(policy) ?? [];
    for (const note of [older, newer])
      expect(openNote(logCrypto, note, [parseVerifierKey(logCrypto.sha256, key)]).verified).toHaveLength(1);
  });
});

/** Changes the newest entry as only the owner of the database can, and the tree and its signature with it. @returns the note */
async function rewritten({ id }: TestDyad): Promise<string> {
  const { database, app } = test;
  const rows = await database.query<{ record: Buffer }>(
    `select record from log_entry where dyad_id = $1 order by idx`,
    [id],
  );
  const records = rows.map(({ record }): Uint8Array => new Uint8Array(record));
  const last = records.length - 1;
  const record = utf8(fromUtf8(there(records[last])).replace(/"day":"\d{4}/, '"day":"1999'));
  const entries = records.with(last, record);
  const leaves = entries.map((entry) => Buffer.from(leafHash(logCrypto.sha256, entry)));
  const [size, root] = [entries.length, Buffer.from(rootOver(entries))];
  const [head] = await database.query<{ origin: string }>(`select origin from log_head where dyad_id = $1`, [id]);
  const { origin } = there(head);
  const note = there(
    await app
      .get(UnitOfWork)
      .run({ dyadId: id }, (tx) => app.get(SigningKeys).sign(tx, id, origin, formatCheckpoint({ origin, size, root }))),
  );
  await database.query(`set session_replication_role = replica`);
  await database.query(`update log_entry set record = $2, leaf = $3 where dyad_id = $1 and idx = $4`, [
    id,
    Buffer.from(record),
    leaves[last],
    last,
  ]);
  await database.query(`update log_tile set data = $2 where dyad_id = $1 and level = 0`, [id, Buffer.concat(leaves)]);
  await database.query(`update log_head set root = $2 where dyad_id = $1`, [id, root]);
  await database.query(`update log_checkpoint set root = $2, note = $3 where dyad_id = $1 and size = $4`, [
    id,
    root,
    note,
    size,
  ]);
  await database.query(`set session_replication_role = origin`);
  return note;
}
