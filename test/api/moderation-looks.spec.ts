import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EventLedger } from '../../server/modules/moderation/event-ledger.port.js';
import { LookFiling } from '../../server/modules/moderation/looks/look-filing.js';
import { LookTaking, type DueLook } from '../../server/modules/moderation/looks/look-taking.js';
import { LookWorker } from '../../server/modules/moderation/looks/look-worker.js';
import { WordMatcher } from '../../server/modules/moderation/detection/words/word-matcher.js';
import { Detection } from '../../server/modules/moderation/detection.port.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { Retention } from '../../server/platform/retention/retention.js';
import type { DeskItem } from '../../shared/moderation/desk.schema.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { openThread, openTopic, write } from '../support/forum.js';
import { connect, until } from '../support/live.js';
import { deskOf, moderatorsOf, report, stayIn, type TestDesk } from '../support/moderation.js';

let database: TestDatabase;
let test: TestApp;
let dyad: TestDyad;
let author: TestMember;
let ofA: TestMember;
let ofB: TestMember;
let desk: TestDesk;
let open: string;
let waiting: string;

beforeAll(async () => {
  database = await createDatabase();
  test = await startApp({}, database);
  dyad = await foundDyad(test, 'river');
  author = await member(test, dyad, { side: 'b' });
  [ofA, ofB] = await moderatorsOf(test, dyad, ['a', 'b']);
  desk = deskOf(dyad);
  const opener = await member(test, dyad, { side: 'neutral' });
  open = (await openThread(test, await openTopic(test, dyad, 'open', 'post'), opener)).thread;
  waiting = (await openThread(test, await openTopic(test, dyad, 'waiting', 'pre'), opener)).thread;
  await agreeOnWords();
});
afterAll(async () => {
  await test.close();
  await database.drop();
});

async function agreeOnWords(): Promise<void> {
  const params = { dyad: dyad.slug };
  const [one, other] = [
    await member(test, dyad, { side: 'a', roles: ['steward'] }),
    await member(test, dyad, { side: 'b', roles: ['steward'] }),
  ];
  const add = [{ text: 'предавник', form: 'word', kind: 'banned', reason: 'HATE' } as const];
  const { id } = await one.api.call('POST /api/dyads/:dyad/joint-acts', {
    params,
    body: { kind: 'wordlist.change', details: { language: 'mk', add }, reason: 'Така се договоривме.' },
  });
  const answer = { params: { ...params, act: id }, body: { answer: 'agree' as const } };
  await other.api.call('POST /api/dyads/:dyad/joint-acts/:act/answer', answer);
}

const looked = (app = test): Promise<void> => app.app.get(LookWorker).idle();
const eventsOf = (post: string) =>
  test.database.query<{ type: string; tool: string; automated: boolean; actor: string | null }>(
    `select e.type, e.tool, e.automated, e.actor_id as actor from moderation_event e
     join moderation_item i on i.id = e.item_id where i.content_id = $1 order by e.seq`,
    [post],
  );
const typesOf = async (post: string): Promise<string[]> => (await eventsOf(post)).map(({ type }) => type);
const codesOf = ({ found }: DeskItem): string[] => found?.findings.map(({ code }) => code) ?? [];
const inReview = (post: string): Promise<DeskItem> => desk.cardOf(ofA, post, 'in_review');
const isShown = async (post: string): Promise<boolean> => {
  const { posts } = await ofB.api.call('GET /api/dyads/:dyad/threads/:thread', {
    params: { dyad: dyad.slug, thread: open },
    query: {},
  });
  return posts.some(({ id, body }) => id === post && body !== null);
};
const change = (post: string, text: string, revision: number) =>
  author.api.call('PUT /api/dyads/:dyad/posts/:post', {
    params: { dyad: dyad.slug, post },
    body: { text, language: 'mk', revision },
  });
/** Something that nobody wrote before: what is said again is found too. */
const oneOff = (text: string): string => `${text} ${randomUUID().slice(0, 8)}`;

describe('MOD-35: what is published', () => {
  it('comes to the desk when something is found in it, and stays before readers', async () => {
    const listening = await connect(test, ofA);
    await listening.follow(dyad.slug, `desk:${dyad.id}`);
    const { id, state } = await write(author, dyad, open, oneOff('Ти си предавник.'));
    expect(state).toBe('live');
    await looked();
    const card = await inReview(id);
    expect(card).toMatchObject({ state: 'in_review', shown: true, reports: { open: 0 } });
    expect(codesOf(card)).toEqual(['word_banned', 'new_member']);
    const [word] = card.found?.findings ?? [];
    expect(word?.where.map(({ start, end }) => card.found?.source.slice(start, end))).toEqual(['предавник']);
    expect(card.priority).toBeGreaterThan(1);
    expect(await isShown(id)).toBe(true);
    expect(await eventsOf(id)).toEqual([
      { type: 'submit', tool: 'author', automated: false, actor: author.id },
      { type: 'detect', tool: 'detector', automated: true, actor: null },
    ]);
    await until(() =>
      listening.signals.some(({ kind, about }) => kind === 'desk.changed' && about['item'] === card.id),
    );
    listening.close();
    expect(await desk.card(ofB, card.id)).toEqual(card);
  });

  it('is left where it is when little is found, and what was found is kept for whoever looks later', async () => {
    const { id } = await write(author, dyad, open, oneOff('Мостот е стар.'));
    await looked();
    expect(await typesOf(id)).toEqual(['submit']);
    await report(ofB, dyad, id);
    expect(codesOf(await inReview(id))).toEqual(['new_member']);
  });

  it('is looked at anew when it is changed; what was found before is not said of the new words', async () => {
    const { id } = await write(author, dyad, open, oneOff('Предавник!'));
    await looked();
    const before = await inReview(id);
    await change(id, oneOff('Извини, сосед.'), 1);
    await looked();
    const after = await inReview(id);
    expect([codesOf(before), codesOf(after)]).toEqual([['word_banned', 'new_member'], ['new_member']]);
    expect(after.priority).toBe(1);
    await change(id, oneOff('Сепак предавник.'), 2);
    await looked();
    expect(await inReview(id)).toMatchObject({ priority: before.priority, revision: 3 });
    expect(await typesOf(id)).toEqual(['submit', 'detect', 'revise', 'detect', 'revise', 'detect']);
  });

  it('is more urgent when it is reported as well', async () => {
    const { id } = await write(author, dyad, open, oneOff('Секој предавник ќе плати.'));
    await looked();
    const { priority } = await inReview(id);
    await report(ofB, dyad, id);
    const reported = await inReview(id);
    expect(reported.priority).toBeGreaterThan(priority);
    expect(reported.priority).toBeCloseTo(1 + Math.log(1 + 1 + (1 - 0.4 * 0.95)), 2);
  });
});

describe('what waits', () => {
  it('goes on waiting, sooner in turn and with what was found; its card is not outdated by it', async () => {
    const first = await write(author, dyad, waiting, oneOff('Прв збор.'));
    const card = await desk.cardOf(ofA, first.id);
    const { id } = await write(author, dyad, waiting, oneOff('Предавник е секој од вас.'));
    const before = await desk.cardOf(ofA, id);
    await looked();
    const [next] = await desk.cards(ofA, 'pending');
    expect(next).toMatchObject({ content: id, state: 'pending', shown: false, version: before.version });
    expect(next?.priority).toBeGreaterThan(1);
    expect(codesOf(next ?? card)).toEqual(['word_banned', 'new_member']);
    expect((await desk.approve(ofA, before)).status).toBe(200);
    expect((await desk.approve(ofA, card)).status).toBe(200);
  });

  it('is not brought back to the desk when a moderator published it before the look came', async () => {
    const { due, found, id } = await looking(waiting, 'Предавник, кажа тој.');
    await desk.approve(ofA, await desk.cardOf(ofA, id));
    await filed(due, found);
    expect(await typesOf(id)).toEqual(['submit', 'approve']);
  });
});

/** A look at a new post that is under way: taken up and not filed yet. */
async function looking(thread: string, text: string) {
  await looked();
  const worker = test.app.get(LookWorker);
  await worker.onModuleDestroy();
  const { id } = await write(author, dyad, thread, oneOff(text));
  const due = await take();
  if (!due?.submitted) throw new Error('Nothing is to be looked at');
  return { id, due, found: await test.app.get(Detection).look(due.submitted) };
}
const across = <Result>(work: Parameters<UnitOfWork['run']>[1]): Promise<Result> =>
  test.app.get(UnitOfWork).run('all dyads', work) as Promise<Result>;
const take = async (): Promise<DueLook | undefined> => {
  const [due] = await across<DueLook[]>((tx) => test.app.get(LookTaking).next(tx, 1));
  return due;
};
const filed = (due: DueLook, found: Parameters<LookFiling['file']>[2]): Promise<void> =>
  across((tx) => test.app.get(LookFiling).file(tx, due, found));

describe('a look', () => {
  it('belongs to one node; what a process that died left is looked at again, and filed once', async () => {
    const { id, due, found } = await looking(open, 'Предавник по третпат.');
    expect(await take()).toBeUndefined();
    test.clock.advance({ minutes: 2 });
    await stayIn(test);
    const again = await take();
    expect(again).toEqual(due);
    await Promise.all([filed(due, found), filed(due, found), filed(due, found)]);
    expect(await typesOf(id)).toEqual(['submit', 'detect']);
    test.clock.advance({ minutes: -2 });
  });

  it('at words that were changed or taken back meanwhile comes to nothing', async () => {
    const changed = await looking(open, 'Предавник во прва верзија.');
    await change(changed.id, oneOff('Втора верзија.'), 1);
    await filed(changed.due, changed.found);
    expect(await typesOf(changed.id)).toEqual(['submit', 'revise']);
    const withdrawn = await looking(open, 'Предавник што се повлекува.');
    await author.api.call('DELETE /api/dyads/:dyad/posts/:post', { params: { dyad: dyad.slug, post: withdrawn.id } });
    await filed(withdrawn.due, withdrawn.found);
    expect(await typesOf(withdrawn.id)).toEqual(['submit', 'withdraw']);
    const kept = await test.database.query(`select 1 from moderation_look where content_id = $1`, [withdrawn.id]);
    expect(kept).toEqual([]);
  });

  it('MOD-34: that did not come to an end says so, and a human looks', async () => {
    await test.app.get(WordMatcher).stop();
    const { id, due, found } = await looking(open, 'Добро утро на сите.');
    await filed(due, found);
    expect(codesOf(await inReview(id))).toEqual(['not_looked_at']);
    expect(await isShown(id)).toBe(true);
  });

  it('is taken after a restart, by one of two nodes', async () => {
    await test.app.get(LookWorker).onModuleDestroy();
    const { id } = await write(author, dyad, open, oneOff('Предавник пред рестарт.'));
    expect(await typesOf(id)).toEqual(['submit']);
    await test.close();
    const [one, two] = await Promise.all([startApp({}, database), startApp({}, database)]);
    await Promise.all([looked(one), looked(two)]);
    await two.close();
    test = one;
    await looked();
    expect(await typesOf(id)).toEqual(['submit', 'detect']);
  });

  it('leads to where the events alone lead', async () => {
    const { fault } = await test.app
      .get(UnitOfWork)
      .run({ dyadId: dyad.id }, (tx) => test.app.get(EventLedger).verify(tx, dyad.id));
    expect(fault).toBeNull();
  });

  it('is forgotten when nobody can appeal any more', async () => {
    test.clock.advance({ days: 230 });
    await test.app.get(Retention).run();
    expect(await test.database.query(`select 1 from moderation_look`)).toEqual([]);
    test.clock.advance({ days: -230 });
  });
});
