import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quotationOf } from '../../shared/forums/post.rules.js';
import { Statements } from '../../server/modules/statements/statements.port.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { chromiumPath } from '../support/browser.js';
import { draft, wordsOf, type TestStatement } from '../support/comments.js';
import { edit } from '../support/documents.js';
import { openThread, openTopic, translated, write } from '../support/forum.js';
import { connect, type Live } from '../support/live.js';
import { deskOf, removedPost, report, type TestDesk } from '../support/moderation.js';
import { align, aligned, frozen, ofBothSides, organisation, sign, type BothSides } from '../support/ratification.js';
import { everyAnswer, thingsIn, type Answer } from '../support/sweep.js';

/** Words that only one person and the desk may read, in a post of their own. */
interface Planted {
  readonly fate: string;
  readonly word: string;
  readonly author: TestMember;
  readonly post: string;
  readonly thread: string;
}

let test: TestApp;
let dyad: TestDyad;
let desk: TestDesk;
let authors: BothSides;
let moderators: BothSides & { readonly neutral: TestMember };
let drafters: BothSides;
let stewards: BothSides;
let quoter: TestMember;
let reporter: TestMember;
let statement: TestStatement;
let ratified: string;
/** Everybody who reads, by what they are. */
let people: Map<string, TestMember | undefined>;
const planted: Planted[] = [];
const quoting: { thread: string; post: string }[] = [];
const lives = new Map<string, Live>();
/** How many signals somebody had been told when the words were taken away. */
const before = new Map<string, number>();

beforeAll(async () => {
  test = await startApp(chromiumPath === undefined ? {} : { ENTENTE_CHROMIUM: chromiumPath });
  dyad = await foundDyad(test, 'river');
  desk = deskOf(dyad);
  await gather();
  for (const [slug, mode] of [
    ['open', 'post'],
    ['careful', 'pre'],
  ] as const)
    await openTopic(test, dyad, slug, mode);
  statement = await draft(test, dyad, drafters.a);
  await plantWhatIsRead();
  ratified = await ratifiedCiting();
  await translated(test);
}, 120_000);
afterAll(async () => {
  for (const live of lives.values()) live.close();
  await test.close();
});

async function gather(): Promise<void> {
  const judge = (side: 'a' | 'b' | 'neutral') =>
    member(test, dyad, { side, roles: ['moderator'], pseudonym: `judge ${randomUUID().slice(0, 8)}` });
  authors = { a: await member(test, dyad, { side: 'a' }), b: await member(test, dyad, { side: 'b' }) };
  moderators = { a: await judge('a'), b: await judge('b'), neutral: await judge('neutral') };
  drafters = await ofBothSides(test, dyad, ['drafter']);
  stewards = await ofBothSides(test, dyad, ['steward']);
  quoter = await member(test, dyad, { side: 'a' });
  reporter = await member(test, dyad, { side: 'b' });
  people = new Map([
    ['visitor', undefined],
    ['citizen a', await member(test, dyad, { side: 'a' })],
    ['citizen b', await member(test, dyad, { side: 'b' })],
    ['neutral citizen', await member(test, dyad, { side: 'neutral' })],
    ['drafter a', drafters.a],
    ['drafter b', drafters.b],
    ['steward a', stewards.a],
    ['steward b', stewards.b],
    ['evaluator', await member(test, dyad, { side: 'neutral', roles: ['evaluator'], strong: true })],
    ['who quoted', quoter],
    ['who reported', reporter],
    ['author a', authors.a],
    ['author b', authors.b],
    ['moderator elsewhere', await member(test, await foundDyad(test, 'lake'), { roles: ['moderator'] })],
  ]);
}

const params = () => ({ dyad: dyad.slug });
const newWord = (): string => `канарче${randomUUID().slice(0, 8)}`;
const languageOf = ({ side }: TestMember): string => (side === 'b' ? 'mk' : 'bg');
const nextAuthor = (): TestMember => (planted.length % 2 === 0 ? authors.a : authors.b);

/** A thread whose title and first post have the word. */
async function begin(fate: string, topic: 'open' | 'careful'): Promise<Planted> {
  const [word, author] = [newWord(), nextAuthor()];
  const body = { title: `${word} наслов`, text: `Пред ${word} зад. Остатокот е во ред.`, language: languageOf(author) };
  const begun = await author.api.call('POST /api/dyads/:dyad/topics/:topic/threads', {
    params: { ...params(), topic },
    body,
  });
  const one = { fate, word, author, ...begun };
  planted.push(one);
  return one;
}

/** A comment on a clause of the statement, which waits for a moderator. */
async function comment(fate: string): Promise<Planted> {
  const [word, author] = [newWord(), nextAuthor()];
  const { answer } = await author.api.try('POST /api/dyads/:dyad/statements/:statement/clauses/:clause/threads', {
    params: { ...params(), statement: statement.id, clause: statement.clause },
    body: {
      about: await wordsOf(test, author, statement, 'a', 'Реката'),
      text: `Што е ${word}?`,
      language: languageOf(author),
    },
  });
  const one = { fate, word, author, post: answer.post, thread: answer.thread };
  planted.push(one);
  return one;
}

const approve = async ({ post }: Planted): Promise<void> => {
  const { status } = await desk.approve(moderators.a, await desk.cardOf(moderators.a, post));
  expect(status).toBe(200);
};

/** Posts and comments that everybody reads; quoted, written anew, reported, and translated. */
async function plantWhatIsRead(): Promise<void> {
  const { thread } = await openThread(test, { dyad, slug: 'open' }, quoter);
  for (const fate of ['held', 'held and proposed', 'removed', 'redacted']) {
    const one = await begin(fate, 'open');
    const words = `Пред ${one.word} зад.`;
    const text = `${quotationOf(one.post, words)}Не се согласувам.`;
    quoting.push({ thread, post: (await write(quoter, dyad, thread, text)).id });
    await one.author.api.call('PUT /api/dyads/:dyad/posts/:post', {
      params: { ...params(), post: one.post },
      body: { text: `${words} И уште: ${one.word}.`, language: languageOf(one.author), revision: 1 },
    });
    await report(reporter, dyad, one.post);
  }
  for (const fate of ['comment held', 'comment removed']) await approve(await comment(fate));
}

/** A statement of both sides, signed by an organisation of each, that cites what will be taken away. */
async function ratifiedCiting(): Promise<string> {
  const one = await aligned(test, dyad, drafters, 'public');
  const names = await idsOf(
    `select p.public_name as id from post p join thread t on t.id = p.thread_id join topic o on o.id = t.topic_id where o.slug = 'open'`,
  );
  const cited = names.map((of) => ({ cites: { kind: 'post', of } }));
  const text = [{ type: 'paragraph' as const, content: [{ text: 'Реката е наша.' }, ...cited] }];
  await test.app.get(Statements).write(one.statement, one.clause, { a: text, b: text }, drafters.a.id);
  await align(dyad, drafters, one);
  const own = [
    await organisation(test, dyad, stewards, { side: 'a', name: 'Речна стража' }),
    await organisation(test, dyad, stewards, { side: 'b', name: 'Читалиште' }),
  ];
  const hash = await frozen(dyad, drafters, one.statement);
  for (const signs of own) await sign(dyad, one.statement, hash, signs);
  return one.statement;
}

const idsOf = async (sql: string): Promise<string[]> =>
  (await test.database.query<{ id: string }>(sql)).map(({ id }) => id);

const everything = () =>
  thingsIn(
    test,
    dyad,
    planted.map(({ word }) => word),
  );

/** Opens everything that somebody may hear. */
async function listen(who: TestMember): Promise<Live> {
  const live = await connect(test, who);
  for (const stream of (await everything()).stream) await live.follow(dyad.slug, stream);
  return live;
}

/** Holds, removes and redacts what was read. */
async function takeAway(): Promise<void> {
  const fated = (fate: string): Planted => {
    const one = planted.find((each) => each.fate === fate);
    if (!one) throw new Error(`Nothing is to be ${fate}`);
    return one;
  };
  const both = { of: moderators.a, and: moderators.b };
  for (const fate of ['held', 'comment held'])
    expect((await desk.hold(moderators.a, fated(fate).post)).status).toBe(200);
  const { answer: held } = await desk.hold(moderators.b, fated('held and proposed').post, 'HARASS');
  expect((await desk.propose(moderators.a, held)).status).toBe(200);
  for (const fate of ['removed', 'comment removed'])
    expect((await removedPost(test, dyad, both, fated(fate).post)).state).toBe('actioned');
  const redacted = await desk.cardOf(moderators.a, fated('redacted').post, 'in_review');
  const draftOf = { measure: 'redact' as const, reason: 'DOXX' as const, passages: [fated('redacted').word] };
  await desk.key(moderators.b, (await desk.propose(moderators.a, redacted, draftOf)).answer);
}

/** Plants what nobody is to read from the beginning. */
async function plantWhatWaits(): Promise<void> {
  await begin('pending', 'careful');
  await comment('comment pending');
  const returned = await begin('returned', 'careful');
  const { id: item, version } = await desk.cardOf(moderators.b, returned.post);
  await moderators.b.api.call('POST /api/dyads/:dyad/desk/:item/return', {
    params: { ...params(), item },
    body: { version, reason: 'OFFTOPIC', note: 'Ве молиме, за училиштето.' },
  });
  const never = await begin('removed before it was read', 'careful');
  await removedPost(test, dyad, { of: moderators.b, and: moderators.a }, never.post);
  await plantAmendment();
}

/** Words in a later revision, while the earlier one is read. */
async function plantAmendment(): Promise<void> {
  const [word, author] = [newWord(), nextAuthor()];
  const { thread } = await openThread(test, { dyad, slug: 'careful' }, quoter);
  const { id: post } = await write(author, dyad, thread, 'Без зборот.');
  const one = { fate: 'amendment pending', word, author, post, thread };
  await approve(one);
  await author.api.call('PUT /api/dyads/:dyad/posts/:post', {
    params: { ...params(), post },
    body: { text: `Со ${word}.`, language: languageOf(author), revision: 1 },
  });
  planted.push(one);
}

/** The words in an answer that somebody must not read, by what became of them. */
const leaksIn = (said: string, who: TestMember | undefined): string[] =>
  planted.filter(({ word, author }) => author !== who && said.includes(word)).map(({ fate }) => fate);

const seenBy = async (who: TestMember | undefined): Promise<Answer[]> => everyAnswer(test, who, await everything());
const fates = (answers: readonly Answer[]): Set<string> =>
  new Set(answers.flatMap(({ said }) => planted.filter(({ word }) => said.includes(word)).map(({ fate }) => fate)));

/** What everybody was answered after the words were taken away; asked once. */
const answers = new Map<string, readonly Answer[]>();

describe('MOD-23, MOD-25: words that are held back', () => {
  it('are found by this sweep, as long as they are read', async () => {
    const seen = await seenBy(people.get('citizen a'));
    expect([...fates(seen)].toSorted()).toEqual(planted.map(({ fate }) => fate).toSorted());
    const of = (all: readonly Answer[], endpoint: string) => all.filter((one) => one.endpoint === endpoint);
    for (const endpoint of ['readTopic', 'readThread', 'readPost', 'readPostHistory', 'listSignals'])
      expect(fates(of(seen, endpoint)).size, endpoint).toBeGreaterThan(0);
    const found = await seenBy(drafters.a);
    for (const endpoint of ['findCitable', 'readCitations'])
      expect(fates(of(found, endpoint)).size, endpoint).toBeGreaterThan(0);
    const files = ['readRatified', 'ratifiedAsMarkdown', 'ratifiedAsHtml', 'ratifiedAsJson'];
    for (const endpoint of chromiumPath === undefined ? files : [...files, 'ratifiedAsPdf'])
      expect(
        of(found, endpoint).some(({ said }) => said.includes('Реката')),
        endpoint,
      ).toBe(true);
  }, 60_000);

  it('are told to nobody by any route, in any language, search, file, history, notice or citation', async () => {
    for (const [name, who] of people) if (who) lives.set(name, await listen(who));
    for (const [name, live] of lives) before.set(name, live.signals.length);
    await takeAway();
    await plantWhatWaits();
    await translated(test);
    for (const [name, who] of people) answers.set(name, await seenBy(who));
    const leaks = [...answers].flatMap(([name, seen]) =>
      seen.flatMap(({ asked, said }) => leaksIn(said, people.get(name)).map((fate) => `${name}: ${fate}: ${asked}`)),
    );
    expect(leaks).toEqual([]);
    // The sweep was one: what everybody may read came.
    for (const [name, seen] of answers)
      if (name !== 'visitor' && name !== 'moderator elsewhere')
        expect(
          seen.some(({ said }) => said.includes('Без зборот.')),
          name,
        ).toBe(true);
  }, 300_000);

  it('are not translated for whoever asks for that', async () => {
    const leaks: string[] = [];
    for (const [name, who] of people) {
      for (const { post } of planted) {
        const { answer, problem } = await (who?.api ?? test.visitor()).try(
          'POST /api/dyads/:dyad/posts/:post/translation-requests',
          { params: { ...params(), post }, body: { language: 'en' } },
        );
        leaks.push(...leaksIn(JSON.stringify([answer, problem]), who).map((fate) => `${name}: ${fate}`));
      }
    }
    await translated(test);
    expect(leaks).toEqual([]);
  });

  it('are told by no signal, whatever streams are open', () => {
    const leaks = [...lives].flatMap(([name, live]) =>
      live.signals
        .slice(before.get(name))
        .flatMap((signal) => leaksIn(JSON.stringify(signal), people.get(name)).map((fate) => `${name}: ${fate}`)),
    );
    expect(leaks).toEqual([]);
    for (const [name, live] of lives)
      if (name !== 'moderator elsewhere') expect(live.signals.length, name).toBeGreaterThan(before.get(name) ?? 0);
  });

  it('stand in no document that is open', async () => {
    for (const who of [drafters.a, authors.b]) {
      for (const document of [statement.id, ratified]) {
        const editor = edit(test, who, document);
        await editor.synced();
        const bytes = Buffer.from(Y.encodeStateAsUpdate(editor.doc)).toString();
        editor.close();
        expect(bytes).toContain('Реката');
        expect(leaksIn(bytes, undefined)).toEqual([]);
      }
    }
  });

  it('are kept for their author, and shown at the desk', async () => {
    for (const one of planted) {
      const { posts } = await one.author.api.call('GET /api/dyads/:dyad/posts/mine', { params: params() });
      expect(JSON.stringify(posts.find(({ id }) => id === one.post)), one.fate).toContain(one.word);
    }
    const shown = fates(await seenBy(moderators.neutral));
    for (const fate of ['held', 'held and proposed', 'comment held', 'pending', 'comment pending', 'amendment pending'])
      expect([...shown]).toContain(fate);
  }, 60_000);
});

/** Who holds an office is told; what they did in it is not. */
const officeOnly = new Set(['listStaff', 'findMembers']);

describe('MOD-43: moderators', () => {
  it('are named by nothing that tells what they decided', () => {
    const judges = Object.values(moderators).flatMap(({ pseudonym, id, accountId }) => [pseudonym, id, accountId]);
    const names = (said: string): boolean => judges.some((one) => said.includes(one));
    const told = [...answers].flatMap(([name, seen]) =>
      seen
        .filter(({ endpoint }) => !officeOnly.has(endpoint))
        .filter(({ said }) => names(said))
        .map(({ asked }) => `${name}: ${asked}`),
    );
    const heard = [...lives]
      .filter(([, live]) => names(JSON.stringify([live.signals, live.told])))
      .map(([name]) => name);
    expect([...told, ...heard]).toEqual([]);
    // What tells of decisions was asked for, and what tells of offices does name them.
    const notices = (answers.get('author a') ?? []).filter(({ endpoint }) => endpoint === 'readNotice');
    expect(notices.filter(({ said }) => said.includes('"kind":"decision"')).length).toBeGreaterThan(0);
    const office = [...answers.values()].flat().filter(({ endpoint }) => officeOnly.has(endpoint));
    expect(office.some(({ said }) => names(said))).toBe(true);
  });
});
