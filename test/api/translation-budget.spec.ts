import { afterAll, beforeAll, expect, it } from 'vitest';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { EngineBudget } from '../../server/modules/translation/egress/engine-budget.js';
import { UsageRepository } from '../../server/modules/translation/egress/usage.repository.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { openThread, openTopic, translated, write } from '../support/forum.js';

/** The pseudo engine has a budget in this file: what is counted is the same for every engine. */
const budget = 100;

let test: TestApp;
let river: TestDyad;
let lake: TestDyad;
beforeAll(async () => {
  test = await startApp({ TRANSLATION_BUDGETS: `pseudo=${budget}` });
  river = await foundDyad(test, 'river');
  lake = await foundDyad(test, 'lake');
});
afterAll(() => test.close());

/** What readers are told of the translation of a new post in a dyad. */
async function posted(dyad: TestDyad, author: TestMember, thread: string, text: string) {
  const { id } = await write(author, dyad, thread, text);
  await translated(test);
  const { translations } = await author.api.call('GET /api/dyads/:dyad/posts/:post', {
    params: { dyad: dyad.slug, post: id },
  });
  return translations[0];
}

async function begun(dyad: TestDyad): Promise<{ author: TestMember; thread: string }> {
  const author = await member(test, dyad, { side: 'b' });
  const topic = await openTopic(test, dyad, 'water', 'post');
  const { thread } = await openThread(test, topic, author, 'Да.');
  await translated(test);
  return { author, thread };
}

const spent = (): Promise<{ characters: number; requests: number; errors: number }[]> =>
  test.database.query(
    `select sum(characters)::int as characters, sum(requests)::int as requests, sum(errors)::int as errors
     from translation_usage where engine = 'pseudo'`,
  );

it('stops an engine at its budget for all dyads together, and lets it go on in the next month', async () => {
  const here = await begun(river);
  const there = await begun(lake);
  const [before] = await spent();
  const left = budget - (before?.characters ?? 0);
  expect(left).toBeGreaterThan(40);
  expect(await posted(river, here.author, here.thread, 'в'.repeat(left - 10))).toMatchObject({ engine: 'pseudo' });
  expect(await posted(lake, there.author, there.thread, 'в'.repeat(11))).toMatchObject({
    status: 'unavailable',
    engine: null,
    whyNone: 'over_budget',
  });
  expect(await posted(lake, there.author, there.thread, 'в'.repeat(10))).toMatchObject({ engine: 'pseudo' });
  expect(await spent()).toMatchObject([{ characters: budget, errors: 0 }]);
  test.clock.advance({ days: 31 });
  const reader = await member(test, lake, { side: 'b' });
  expect(await posted(lake, reader, there.thread, 'в'.repeat(11))).toMatchObject({ engine: 'pseudo' });
});

it('spends the rest of a budget once, however many would at the same moment, and warns once at 80 %', async () => {
  const warnings: unknown[] = [];
  const own = new EngineBudget(
    test.app.get(UsageRepository),
    { warn: (event: string, fields: object) => warnings.push([event, fields]) } as never,
    { TRANSLATION_BUDGETS: { deepl: 100 } },
  );
  const asking = { engine: 'deepl', day: '2031-05-31' };
  const letThrough = (characters: number, dyad: TestDyad): Promise<boolean> =>
    test.app.get(UnitOfWork).run('all dyads', (tx) => own.spend(tx, { ...asking, dyadId: dyad.id }, characters));
  const through = await Promise.all(Array.from({ length: 8 }, (_, at) => letThrough(30, at % 2 === 0 ? river : lake)));
  expect(through.filter(Boolean)).toHaveLength(3);
  expect(await letThrough(10, river)).toBe(true);
  expect(warnings).toEqual([['translation.budget_nearly_spent', { engine: 'deepl', characters: 90, budget: 100 }]]);
});
