import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitmentLicence, dueWithinDays } from '../../shared/commitments/commitment.rules.js';
import { readCsv } from '../../server/platform/csv/csv.js';
import type { TestApp } from '../support/app.js';
import { together } from '../support/ratification.js';
import {
  acknowledged,
  adopted,
  answer,
  assess,
  both,
  contested,
  draft,
  inDays,
  promiseOf,
  readAs,
  report,
  startPromising,
  type PromisingDyad,
} from '../support/commitments.js';

let test: TestApp;
let dyad: PromisingDyad;
/** One of each kind, by what is special about it. */
let of: Readonly<Record<'fresh' | 'old' | 'claimed' | 'contested' | 'suspended' | 'withdrawn' | 'assessed', string>>;

const due = (days: number, title = 'Станция') => ({
  title: both(title),
  due: inDays(test, days),
  value: null,
  weight: 1,
});

beforeAll(async () => {
  ({ test, dyad } = await startPromising());
  const { a, b } = dyad.organisations;
  const one = (promisor: 'a' | 'b' | 'joint', days: number, title: string) =>
    adopted(test, dyad, { promisor, title: both(title), deadline: inDays(test, 200), milestones: [due(days)] });
  of = {
    fresh: await one('a', 100, 'нова'),
    old: await one('b', -3, 'стара'),
    claimed: await one('joint', 20, 'твърди'),
    contested: await one('a', 30, 'спори'),
    suspended: await one('b', -2, 'чака'),
    withdrawn: await one('joint', 40, 'отказ'),
    assessed: await one('a', 50, '=HYPERLINK("x")'),
  };
  await report(dyad, of.claimed, b, null);
  await answer(a.delegate, dyad, [of.claimed, 1], acknowledged, a.id);
  await report(dyad, of.contested, a, 1);
  await answer(dyad.stewards.b, dyad, [of.contested, 1], contested);
  const reason = both('Наводнение');
  const until = inDays(test, 9);
  await together(dyad, dyad.stewards, 'commitment.suspend', { commitment: of.suspended, until, reason });
  await together(dyad, dyad.stewards, 'commitment.withdraw', { commitment: of.withdrawn, reason });
  await assess(dyad.evaluators[0], dyad, of.assessed, null, 'complete');
  await draft(dyad.drafters.b, dyad, promiseOf(test, dyad));
});
afterAll(() => test.close());

const params = () => ({ dyad: dyad.slug });
const board = async (): Promise<string[]> => {
  const answered = await test.visitor().call('GET /api/dyads/:dyad/commitments', { params: params(), query: {} });
  return answered.commitments.map(({ id }) => id);
};

describe('the board', () => {
  it('has all that is adopted and nothing that is drafted, by the next day that is due', async () => {
    const [first, second, third] = [of.old, of.suspended, of.assessed];
    const rest = await board();
    expect(rest.slice(0, 4)).toEqual([first, second, third, of.fresh]);
    expect(rest.slice(4)).toEqual([of.claimed, of.contested, of.withdrawn].toSorted());
  });

  it('says of each what its page says', async () => {
    const { commitments } = await test
      .visitor()
      .call('GET /api/dyads/:dyad/commitments', { params: params(), query: {} });
    for (const { organisations, milestones, promisor, title, origin, deadline, ...brief } of commitments) {
      const view = await readAs(test, dyad, brief.id);
      expect(view).toMatchObject(brief);
      expect(view.content).toMatchObject({ promisor, title, origin, deadline, organisations });
      expect(view.milestones).toHaveLength(milestones);
    }
  });

  it('comes in parts', async () => {
    const all = await board();
    const part = async (skip: number) => {
      const query = { skip, limit: 3 };
      return test.visitor().call('GET /api/dyads/:dyad/commitments', { params: params(), query });
    };
    const parts = [await part(0), await part(3), await part(6)];
    expect(parts.map(({ hasMore }) => hasMore)).toEqual([true, true, false]);
    expect(parts.flatMap(({ commitments }) => commitments.map(({ id }) => id))).toEqual(all);
  });
});

describe('what is due', () => {
  it('is what nobody claims to be reached, and is not put off', async () => {
    const list = await test.visitor().call('GET /api/dyads/:dyad/due-milestones', { params: params() });
    expect(list.on).toBe(inDays(test, 0));
    expect(list.overdue.map(({ commitment }) => commitment)).toEqual([of.old]);
    expect(list.due).toMatchObject([{ commitment: of.assessed, number: 1, due: inDays(test, 50), promisor: 'a' }]);
    expect(dueWithinDays).toBe(90);
  });
});

describe('the files', () => {
  it('say under which licence they are, and hold all that the pages say', async () => {
    const json = await test.visitor().send('GET /api/dyads/:dyad/commitments.json', { params: params() });
    const file = json.answer as { licence: object; commitments: { id: string }[] };
    expect(file.licence).toEqual(commitmentLicence);
    expect(file.commitments.map(({ id }) => id)).toEqual(await board());
    const { told: _, ...view } = await readAs(test, dyad, of.contested);
    expect(file.commitments.find(({ id }) => id === of.contested)).toEqual(view);
  });

  it('as a table have a milestone in each row, and nothing that runs as a formula', async () => {
    const { headers, text } = await fetchText(`/api/dyads/${dyad.slug}/commitments.csv`);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [names, ...rows] = [...readCsv(text)].map(({ cells }) => cells);
    const cell = (row: readonly string[], name: string) => row[names?.indexOf(name) ?? -1];
    expect(rows.map((row) => cell(row, 'commitment'))).toEqual(await board());
    expect(new Set(rows.map((row) => cell(row, 'licence')))).toEqual(new Set([commitmentLicence.id]));
    const row = rows.find((one) => cell(one, 'commitment') === of.assessed) ?? [];
    expect(cell(row, 'title_bg')).toBe(`'=HYPERLINK("x")`);
    expect(cell(row, 'verified_on')).toBe(inDays(test, 0));
    expect(cell(row, 'claimed_on')).toBe('');
  });
});

async function fetchText(path: string) {
  const response = await fetch(`${test.url}${path}`);
  return { headers: response.headers, text: await response.text() };
}
