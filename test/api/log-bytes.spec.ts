import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PublicRecord } from '../../server/modules/record/record.port.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { fromUtf8, utf8 } from '../../shared/log/encoding.js';
import { foundDyad } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { flipped, there } from '../support/log.js';
import { seeded } from '../support/moderated-month.js';
import { servedLog, sizeOf, verifiedLog, type ServedLog } from '../support/served-log.js';

let test: TestApp;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());

/** The log of a new dyad, as it is served when it has so many entries. */
async function logOf(slug: string, size: number): Promise<ServedLog> {
  const dyad = await foundDyad(test, slug);
  await test.settled();
  const address = `${test.url}/log/${slug}`;
  const begun = sizeOf((await servedLog(address)).checkpoint);
  await test.app.get(UnitOfWork).run({ dyadId: dyad.id }, async (tx) => {
    for (let version = begun; version < size; version += 1)
      await test.app.get(PublicRecord).append(tx, dyad.id, {
        kind: 'charter.adopted',
        subject: dyad.id,
        by: { side: 'both' },
        about: { version, articles: 1 },
      });
  });
  await test.settled();
  const log = await servedLog(address);
  expect(sizeOf(log.checkpoint)).toBe(size);
  expect(verifiedLog(log).problem).toBeUndefined();
  return log;
}

/** The places of a file whose bytes are changed, and the bit of each; the places of a file that is not sampled are all. */
function* turns(bytes: Uint8Array, sample?: number): Generator<{ at: number; bit: number }> {
  const random = seeded(bytes.length);
  for (let turn = 0; turn < (sample ?? bytes.length); turn += 1)
    yield { at: sample === undefined ? turn : Math.floor(random() * bytes.length), bit: Math.floor(random() * 8) };
}

/** Changes one byte at a time of what was served. @returns where nobody would have noticed */
function unnoticed(log: ServedLog, sampleOf: (path: string) => number | undefined): string[] {
  const missed: string[] = [];
  for (const [path, bytes] of log.files)
    for (const { at, bit } of turns(bytes, sampleOf(path))) {
      const files = new Map(log.files).set(path, flipped(bytes, at, bit));
      if (!verifiedLog({ ...log, files }).problem) missed.push(`${path} at ${at}`);
    }
  const note = utf8(log.checkpoint);
  for (const { at, bit } of turns(note, sampleOf('checkpoint'))) {
    const checkpoint = Buffer.from(flipped(note, at, bit)).toString();
    if (!verifiedLog({ ...log, checkpoint }).problem) missed.push(`checkpoint at ${at}`);
  }
  return missed;
}

describe('what a log serves', { timeout: 180_000 }, () => {
  it('is refused with any one of its bytes changed', async () => {
    const log = await logOf('brook', 5);
    expect([...log.files.keys()]).toEqual(['tile/0/000.p/5', 'tile/entries/000.p/5']);
    expect(unnoticed(log, () => undefined)).toEqual([]);
  });

  it('is refused too where there are full tiles, of which bytes are drawn; all of the partial ones are changed', async () => {
    const log = await logOf('stream', 257);
    expect(unnoticed(log, (path) => (/\.p\//.test(path) ? undefined : 150))).toEqual([]);
    expect(fromUtf8(there(log.files.get('tile/entries/001.p/1')).subarray(2))).toContain('charter.adopted');
  });
});
