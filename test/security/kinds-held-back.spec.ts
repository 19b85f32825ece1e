import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { bilingual, openThread, openTopic, translated, write } from '../support/forum.js';
import { connect, until } from '../support/live.js';
import { deskOf, moderatorsOf, reportOf, type TestDesk } from '../support/moderation.js';
import { everyAnswer, thingsIn, type Answer } from '../support/sweep.js';

/** Words that were before everybody, in a translation and in a name. */
const translationWord = 'канарчепревод';
const nameWord = 'Канарчеиме';
const words = [translationWord, nameWord];

let test: TestApp;
let dyad: TestDyad;
let desk: TestDesk;
let ofA: TestMember;
let ofB: TestMember;
let bearer: TestMember;
let readers: Map<string, TestMember | undefined>;

beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  desk = deskOf(dyad);
  [ofA, ofB] = await moderatorsOf(test, dyad, ['a', 'b']);
  bearer = await member(test, dyad, { side: 'a', pseudonym: nameWord, roles: ['citizen', 'steward'] });
  readers = new Map([
    ['visitor', undefined],
    ['citizen a', await member(test, dyad, { side: 'a' })],
    ['citizen b', await member(test, dyad, { side: 'b' })],
    ['drafter', await member(test, dyad, { side: 'b', roles: ['drafter'] })],
    ['steward', await member(test, dyad, { side: 'b', roles: ['steward'] })],
    ['evaluator', await member(test, dyad, { side: 'neutral', roles: ['evaluator'], strong: true })],
  ]);
  await openTopic(test, dyad, 'open', 'post');
  await plant();
}, 120_000);
afterAll(() => test.close());

const reader = (): TestMember => {
  const one = readers.get('citizen b');
  if (!one) throw new Error('Nobody reads');
  return one;
};

/** A post of the bearer with a translation that a person wrote, mentioned and answered by others. */
async function plant(): Promise<void> {
  const { thread } = await openThread(test, { dyad, slug: 'open' }, bearer);
  const { id: post } = await write(bearer, dyad, thread, 'Добър ден.');
  await bilingual(dyad, ofB);
  await ofB.api.call('PUT /api/dyads/:dyad/posts/:post/translations/:language', {
    params: { dyad: dyad.slug, post, language: 'mk' },
    body: { text: `Добар ден, ${translationWord}.`, revision: 1 },
  });
  await reader().api.call('POST /api/dyads/:dyad/threads/:thread/posts', {
    params: { dyad: dyad.slug, thread },
    body: { text: `Здраво @${nameWord}!`, language: 'mk', replyTo: post },
  });
  await translated(test);
}

const idsOf = async (sql: string): Promise<string[]> =>
  (await test.database.query<{ id: string }>(sql)).map(({ id }) => id);

const everything = () => thingsIn(test, dyad, words);

/** Where an answer has one of the words. */
const leaksIn = (answers: readonly Answer[]): string[] =>
  answers.flatMap(({ endpoint, said }) =>
    words.filter((word) => said.includes(word)).map((word) => `${endpoint}: ${word}`),
  );

const seenBy = async (who: TestMember | undefined): Promise<Answer[]> => everyAnswer(test, who, await everything());

/** A reader reports what is shown, and moderators of both sides remove it. */
async function remove(
  kind: 'translation' | 'name',
  content: string,
  judges: readonly [TestMember, TestMember],
): Promise<void> {
  const { status, answer } = await reportOf(kind, content, reader(), dyad, 'HARASS');
  expect(status).toBe(201);
  const card = await desk.cardOf(judges[0], answer.content, 'in_review');
  const { answer: decided } = await desk.key(judges[1], (await desk.propose(judges[0], card)).answer);
  expect(decided).toMatchObject({ state: 'actioned', shown: false });
}

describe('translations and names that moderators removed', () => {
  it('were read by members before, as a sweep of every endpoint finds them', async () => {
    const before = leaksIn(await seenBy(reader()));
    for (const word of words) expect(before.some((one) => one.endsWith(word))).toBe(true);
  });

  it('are in no answer to anybody afterwards, by any endpoint or stream, but to the desk and to whose they are', async () => {
    const [translation] = await idsOf(`select id from translation where body like '%${translationWord}%'`);
    const live = await connect(test, reader());
    for (const stream of (await everything()).stream) await live.follow(dyad.slug, stream);
    // Whoever wrote the translation takes no part in what is decided about it.
    const [another] = await moderatorsOf(test, dyad, ['b']);
    await remove('translation', translation ?? '', [ofA, another]);
    await remove('name', bearer.id, [ofA, ofB]);
    await translated(test);
    await until(() => live.signals.some(({ kind }) => kind === 'post.changed'));
    for (const [what, who] of readers) expect([what, leaksIn(await seenBy(who))]).toEqual([what, []]);
    expect(JSON.stringify([live.signals, live.told])).not.toContain(translationWord);
    live.close();
  });
});
