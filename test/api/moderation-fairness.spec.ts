import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallestCell } from '../../shared/moderation/fairness/fairness.rules.js';
import { reasonVersions, reasonVersionInForce } from '../../shared/moderation/reasons.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { raw } from '../support/raw.js';
import { moderate, type Parties } from '../support/moderated-month.js';

let test: TestApp;
let river: TestDyad;
let valley: TestDyad;
let month: string;
const people: TestMember[] = [];

beforeAll(async () => {
  test = await startApp();
  river = await foundDyad(test, 'river');
  valley = await foundDyad(test, 'valley');
  const parties = await partiesOf(river);
  // From the first day of a month, so that all of it happens in that month.
  beginMonth();
  month = test.clock.now().toISOString().slice(0, 7);
  await moderate(test, river, parties, { items: 320, days: 26, seed: 7, habits: { a: 0.3, b: 0.6 } });
  beginMonth();
  await moderate(test, valley, await partiesOf(valley), { items: 6, days: 3, seed: 1, habits: { a: 0.5, b: 0.5 } });
  beginMonth();
}, 120_000);
afterAll(() => test.close());

/** Goes on to shortly after the beginning of the next month. */
function beginMonth(): void {
  const now = test.clock.now();
  const next = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1);
  test.clock.advance({ seconds: Math.ceil((next - now.getTime()) / 1000) + 60 });
}

async function partiesOf(dyad: TestDyad): Promise<Parties> {
  const some = async (side: 'a' | 'b' | 'neutral', roles: Parameters<typeof member>[2] = {}) => {
    const one = await member(test, dyad, { side, ...roles });
    people.push(one);
    return one;
  };
  const authors: TestMember[] = [];
  for (let one = 0; one < 7; one += 1) authors.push(await some('a'), await some('b'));
  const moderators = {
    a: await some('a', { roles: ['moderator'] }),
    b: await some('b', { roles: ['moderator'] }),
    neutral: await some('neutral', { roles: ['moderator'] }),
  };
  return { authors, moderators, reporter: await some('neutral') };
}

const fairness = ({ slug }: TestDyad, query: { month?: string } = {}) =>
  test.visitor().call('GET /api/dyads/:dyad/fairness', { params: { dyad: slug }, query });
const transparency = ({ slug }: TestDyad, query: { month?: string } = {}) =>
  test.visitor().call('GET /api/dyads/:dyad/transparency', { params: { dyad: slug }, query });
const file = ({ slug }: TestDyad, ending: 'json' | 'csv') =>
  test.visitor().send(`GET /api/dyads/:dyad/transparency.${ending}`, { params: { dyad: slug }, query: { month } });
const asText = async (ending: 'json' | 'csv'): Promise<string> =>
  (await raw(test.url, `/api/dyads/river/transparency.${ending}?month=${month}`)).body;

describe('the fairness report', () => {
  it('MOD-39: is read by anybody, and a planted difference between the sides raises its alarm', async () => {
    const { report, months } = await fairness(river, { month });
    expect(months.at(-1)).toBe(month);
    expect(report?.finding).toBe('alarm');
    expect(report?.mainEffect?.oddsRatio.b.low).toBeGreaterThan(1);
    const decided = report?.decided;
    expect((decided?.b.restricted ?? 0) / (decided?.b.items ?? 1)).toBeGreaterThan(0.5);
    expect((decided?.a.restricted ?? 1) / (decided?.a.items ?? 1)).toBeLessThan(0.4);
    expect(report?.reports?.a.perThousandPosts).toBeGreaterThan(0);
    expect(report?.time?.wait.a.medianSeconds).toBeGreaterThan(0);
    expect(report?.appeals?.b.decided).toBeGreaterThanOrEqual(smallestCell.items);
  });

  it('counts what a query over the events counts', async () => {
    const { report } = await fairness(river, { month });
    // Written without any of the code that makes the report.
    const rows = await test.database.query<{ side: 'a' | 'b'; items: number; restricted: number; median: number }>(
      `with written as (select item_id, at, payload->'origin'->>'authorSide' as side, state from moderation_event
                        where dyad_id = $1 and type = 'submit'),
       decided as (
         select w.side, e.type = 'return' or e.payload->>'measure' = 'remove' as restricted,
           extract(epoch from e.at - coalesce(r.at, w.at)) as seconds
         from moderation_event e join written w using (item_id)
           left join moderation_event r on r.item_id = e.item_id and r.type = 'report'
         where e.type in ('approve', 'return', 'enact') and to_char(e.at, 'YYYY-MM') = $2)
       select side, count(*)::int as items, count(*) filter (where restricted)::int as restricted,
         percentile_disc(0.5) within group (order by seconds)::float8 as median
       from decided group by side order by side`,
      [river.id, month],
    );
    expect(rows.map(({ side, items, restricted }) => [side, { items, restricted }])).toEqual(
      Object.entries(report?.decided ?? {}),
    );
    for (const { side, median } of rows)
      expect((report?.time?.wait[side].medianSeconds ?? 0) / median).toBeCloseTo(1, 1);
  });

  it('MOD-37: has no filter but the month, and shows only months that are over', async () => {
    const { months } = await fairness(river);
    const running = test.clock.now().toISOString().slice(0, 7);
    expect(months).not.toContain(running);
    const ask = (query: Record<string, string>) =>
      test.visitor().send('GET /api/dyads/:dyad/fairness', { params: { dyad: 'river' }, query });
    expect((await ask({ month: running })).status).toBe(404);
    expect((await ask({ month: '2000-01' })).status).toBe(404);
    for (const filter of ['side', 'reason', 'from', 'to', 'moderator'])
      expect((await ask({ month, [filter]: 'a' })).status).toBe(400);
  });

  it('MOD-37: says nothing of six items, and not that there is no difference', async () => {
    const { report } = await fairness(valley);
    expect(report).toMatchObject({ finding: 'too_few_to_tell', decided: null, reports: null, appeals: null });
    const told = (await transparency(valley)).report;
    expect(told).toMatchObject({ decisions: { total: null, byKind: [] }, notices: { total: null, byCategory: [] } });
  });

  it('of a dyad that is new says that there is no month yet', async () => {
    const lake = await foundDyad(test, 'lake');
    expect(await fairness(lake)).toEqual({ months: [], report: null });
    expect((await file(lake, 'csv')).status).toBe(404);
  });

  it('MOD-43: nothing public names a moderator', async () => {
    const answers = [
      await fairness(river, { month }),
      await transparency(river, { month }),
      await asText('csv'),
      await asText('json'),
    ];
    const text = JSON.stringify(answers);
    for (const { id, pseudonym, accountId } of people)
      for (const name of [id, pseudonym, accountId]) expect(text).not.toContain(name);
  });
});

describe('the transparency report', () => {
  it('MOD-42: is made from the events: counted again in SQL, every figure that is told is the same', async () => {
    const { report } = await transparency(river, { month });
    const notices = await counted(
      `select reason as key, count(*)::int as count from moderation_event
       where dyad_id = $1 and type = 'report' and actor_side is not null and to_char(at, 'YYYY-MM') = $2 group by reason`,
    );
    const categories = new Map<string, number>();
    for (const [reason, count] of notices) {
      const { category } = reasonVersions[reasonVersionInForce][reason as 'HATE'];
      categories.set(category, (categories.get(category) ?? 0) + count);
    }
    expect(report?.notices.total).toBe(sum(notices));
    for (const { category, count } of report?.notices.byCategory ?? []) expect(count).toBe(categories.get(category));
    expect(report?.notices.byCategory.length).toBeGreaterThan(0);

    const kinds = await counted(
      `select concat_ws('|', e.reason,
           case when e.payload->>'measure' = 'remove' and e.type = 'enact' then 'remove' end,
           case when exists (select from moderation_event r where r.item_id = e.item_id and r.type = 'report' and r.seq < e.seq)
             then 'report' else 'own' end,
           case e.type when 'return' then 'returned' when 'approve' then 'left' when 'overturn' then 'overturned'
             when 'enact' then case e.payload->>'measure' when 'remove' then 'restricted' else 'left' end end) as key,
         count(*)::int as count
       from moderation_event e
       where dyad_id = $1 and type in ('return', 'approve', 'enact', 'overturn') and to_char(at, 'YYYY-MM') = $2
       group by 1`,
    );
    expect(report?.decisions.total).toBe(sum(kinds));
    const told = (report?.decisions.byKind ?? []).map(({ reason, measure, source, outcome, count }) => {
      return [[reason, measure, source, outcome].filter((part) => part !== null).join('|'), count] as const;
    });
    expect(told.length).toBeGreaterThan(2);
    for (const [kind, count] of told) expect([kind, count]).toEqual([kind, kinds.get(kind)]);

    const appeals = await counted(
      `select type as key, count(*)::int as count from moderation_event where dyad_id = $1
       and type in ('appeal', 'uphold', 'vary', 'overturn') and to_char(at, 'YYYY-MM') = $2 group by type`,
    );
    expect(report?.complaints.received).toBe(appeals.get('appeal'));
    expect(report?.complaints.decided).toBe(sum(appeals) - (appeals.get('appeal') ?? 0));
    for (const { outcome, count } of report?.complaints.byOutcome ?? []) expect(count).toBe(appeals.get(outcome));

    const silences = await counted(
      `select p.payload->'action'->'sanction'->>'kind' as key, count(*)::int as count from moderation_event p
         join moderation_event e on e.item_id = p.item_id and e.type = 'enact' and to_char(e.at, 'YYYY-MM') = $2
       where p.dyad_id = $1 and p.type = 'propose' and p.payload->'action'->'sanction'->>'kind' is not null group by 1`,
    );
    expect(report?.sanctions).toEqual([{ kind: 'silence', count: silences.get('silence') }]);
    expect(report?.automation).toEqual({ detected: null, detectedAndLeft: null, decidedByMachine: null });
    expect(report?.requests).toEqual({ government: { a: 0, b: 0 }, party: { a: 0, b: 0 } });
  });

  it('MOD-42: is taken away as JSON and CSV that say the same, free of rights', async () => {
    const { report } = await transparency(river, { month });
    const json = await file(river, 'json');
    expect(json.answer).toEqual(report);
    expect(report?.license).toBe('CC0-1.0');
    const csv = await asText('csv');
    const [head, ...lines] = csv.trimEnd().split('\r\n');
    expect(head).toBe('figure,reason,category,measure,source,outcome,sanction,side,value');
    const values = new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(',')), line.split(',').at(-1)]));
    expect(values.get('decisions,,,,,,,')).toBe(String(report?.decisions.total));
    expect(values.get('requests_of_government,,,,,,,a')).toBe('0');
    expect(lines.every((line) => line.split(',').length === 9)).toBe(true);
  });
});

async function counted(sql: string): Promise<Map<string, number>> {
  const rows = await test.database.query<{ key: string; count: number }>(sql, [river.id, month]);
  return new Map(rows.map(({ key, count }) => [key, count]));
}

const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((all, one) => all + one, 0);
