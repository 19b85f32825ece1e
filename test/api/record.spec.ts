import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PublicRecord } from '../../server/modules/record/record.port.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { recordEntry } from '../../shared/record/record.contract.js';
import { foundDyad, member, type TestDyad } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { openTopic } from '../support/forum.js';

let test: TestApp;
let river: TestDyad;
beforeAll(async () => {
  test = await startApp();
  river = await foundDyad(test);
  await test.settled();
});
afterAll(() => test.close());

const page = (dyad: TestDyad, query: { before?: number; limit?: number } = {}) =>
  test.visitor().call('GET /api/dyads/:dyad/record', { params: { dyad: dyad.slug }, query });
const numbers = async (dyad: TestDyad): Promise<number[]> =>
  (await page(dyad, { limit: 100 })).entries.map(({ seq }) => seq);
const countingDown = (from: number): number[] => Array.from({ length: from + 1 }, (_, at) => from - at);

const append = (dyad: TestDyad, number: number, after?: () => never) =>
  test.app.get(UnitOfWork).run({ dyadId: dyad.id }, async (tx) => {
    await test.app.get(PublicRecord).append(tx, dyad.id, {
      kind: 'charter.adopted',
      subject: dyad.id,
      by: { side: 'both' },
      about: { version: number, articles: 1 },
    });
    after?.();
  });

describe('the public record', () => {
  it('begins with how the dyad came to be, and is read by anybody, newest first', async () => {
    const { entries, hasMore } = await page(river);
    expect(entries.map(({ seq, kind }) => [seq, kind])).toEqual([
      [3, 'disclosure.published'],
      [2, 'charter.adopted'],
      [1, 'dyad.founded'],
      [0, 'log.opened'],
    ]);
    expect(hasMore).toBe(false);
  });

  it('REL-05: keeps the order of what happened within one millisecond', async () => {
    const moment = test.clock.now();
    const clock = vi.spyOn(test.clock, 'now').mockReturnValue(moment);
    const dyads: TestDyad[] = [];
    for (let village = 1; village <= 8; village += 1) dyads.push(await foundDyad(test, `village-${village}`));
    clock.mockRestore();
    await test.settled();
    for (const dyad of dyads) {
      const kinds = (await page(dyad)).entries.map(({ kind }) => kind);
      expect(kinds).toEqual(['disclosure.published', 'charter.adopted', 'dyad.founded', 'log.opened']);
    }
  });

  it('tells what happened in the forum', async () => {
    const lake = await foundDyad(test, 'lake');
    await openTopic(test, lake, 'water', 'pre');
    await test.settled();
    const { entries } = await page(lake);
    expect(entries.map(({ kind }) => kind)).toContain('topic.opened');
  });

  it('PRI-05: tells days, no hours, and nobody by name or id', async () => {
    const someone = await member(test, river, { pseudonym: 'Nadezhda', roles: ['citizen', 'steward'] });
    const { entries } = await page(river, { limit: 100 });
    for (const { on } of entries) expect(on).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(Object.keys(recordEntry.shape).toSorted()).toEqual(['about', 'dyad', 'erased', 'kind', 'on', 'seq']);
    const stored = await test.database.query<{ row: string }>(`select r::text as row from record_entry r`);
    const said = stored.map(({ row }) => row).join('\n');
    expect(said).not.toMatch(/\d\d:\d\d/);
    for (const trace of [someone.id, someone.accountId, someone.pseudonym]) expect(said).not.toContain(trace);
  });

  it('SEC-59: is numbered without gaps when many append at the same moment, and some of them fail', async () => {
    const coast = await foundDyad(test, 'coast');
    await test.settled();
    const outcomes = await Promise.allSettled(
      countingDown(23).map((number) =>
        append(
          coast,
          number,
          number % 3 === 0
            ? () => {
                throw new Error('fell through');
              }
            : undefined,
        ),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(16);
    await test.settled();
    expect(await numbers(coast)).toEqual(countingDown(3 + 16));
  });

  it('counts for every dyad by itself', async () => {
    const before = await numbers(river);
    const field = await foundDyad(test, 'field');
    await test.settled();
    await append(field, 2);
    await test.settled();
    expect(await numbers(field)).toEqual(countingDown(4));
    expect(await numbers(river)).toEqual(before);
  });

  it('REL-05: holds a fact once, however often it is delivered', async () => {
    const before = await numbers(river);
    await test.database.query(
      `update fact set delivered_at = null, next_attempt_at = now() - interval '1 minute' where dyad_id = $1`,
      [river.id],
    );
    await test.settled();
    const [waiting] = await test.database.query<{ count: number }>(
      `select count(*)::int as count from fact where dyad_id = $1 and delivered_at is null`,
      [river.id],
    );
    expect(waiting?.count).toBe(0);
    expect(await numbers(river)).toEqual(before);
  });

  it('is read page by page, to its beginning', async () => {
    const hill = await foundDyad(test, 'hill');
    await test.settled();
    for (const number of [2, 3, 4, 5]) await append(hill, number);
    await test.settled();
    const seen: number[] = [];
    let before: number | undefined;
    for (let more = true; more;) {
      const { entries, hasMore } = await page(hill, { limit: 3, ...(before !== undefined && { before }) });
      seen.push(...entries.map(({ seq }) => seq));
      before = seen.at(-1);
      more = hasMore;
    }
    expect(seen).toEqual(countingDown(7));
    expect((await page(hill, { before: 1 })).entries.map(({ kind }) => kind)).toEqual(['log.opened']);
  });

  it('refuses pages that cannot be, and a dyad that does not exist', async () => {
    const ask = async (dyad: string, query: Record<string, string | number>) =>
      (await test.visitor().send('GET /api/dyads/:dyad/record', { params: { dyad }, query })).status;
    const impossible: Record<string, string | number>[] = [
      { limit: 0 },
      { limit: 101 },
      { before: 0 },
      { before: 'new' },
    ];
    for (const query of impossible) {
      expect([query, await ask(river.slug, query)]).toEqual([query, 400]);
    }
    expect(await ask('nowhere', {})).toBe(404);
  });
});
