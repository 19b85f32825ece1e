import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Statements } from '../../server/modules/statements/statements.port.js';
import { Tx } from '../../server/platform/database/tx.js';
import { quotationOf } from '../../shared/forums/post.rules.js';
import { citationLimits } from '../../shared/statements/citation.rules.js';
import type { CitedThing } from '../../shared/statements/citation.schema.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { bilingual, openThread, openTopic, translated, write } from '../support/forum.js';
import { deskOf, moderatorsOf, removedPost, type Draft } from '../support/moderation.js';
import { aligned, frozen, ofBothSides, organisation, sign, align, type BothSides } from '../support/ratification.js';
import { draft, wordsOf } from '../support/comments.js';

let test: TestApp;
let river: TestDyad;
let lake: TestDyad;
let drafters: BothSides;
let stewards: BothSides;
let moderators: BothSides;
let citizen: TestMember;
let author: TestMember;
let thread: string;

beforeAll(async () => {
  test = await startApp();
  [river, lake] = [await foundDyad(test, 'river'), await foundDyad(test, 'lake')];
  drafters = await ofBothSides(test, river, ['drafter']);
  stewards = await ofBothSides(test, river, ['steward']);
  const [a, b] = await moderatorsOf(test, river, ['a', 'b']);
  moderators = { a, b };
  citizen = await member(test, river);
  author = await member(test, river, { side: 'b' });
  thread = (await openThread(test, await openTopic(test, river, 'water', 'post'), citizen, 'Мерим нитрати.')).thread;
  await translated(test);
});
afterAll(() => test.close());

type CitedPost = Extract<CitedThing, { kind: 'post' }>;

const find = async (words: string, who = drafters.a, dyad = river): Promise<CitedThing[]> =>
  (await who.api.call('GET /api/dyads/:dyad/citable', { params: { dyad: dyad.slug }, query: { words } })).things;
const look = async (things: readonly Pick<CitedThing, 'kind' | 'of'>[], who = citizen, dyad = river) =>
  (
    await who.api.call('GET /api/dyads/:dyad/citations', {
      params: { dyad: dyad.slug },
      query: { of: things.map(({ kind, of }) => `${kind}:${of}`).join() },
    })
  ).things;
const entriesOf = (things: readonly CitedThing[]) =>
  things.flatMap((thing) => (thing.kind === 'record' && thing.entry ? [thing.entry.kind] : []));
const wordsIn = (things: readonly CitedThing[]) =>
  things.flatMap((thing) => (thing.kind === 'post' && thing.said ? [thing.said.words.text] : []));

/** A post with these words, as a drafter finds it. */
async function posted(text: string, where = thread): Promise<CitedPost & { readonly post: string }> {
  const { id: post } = await write(author, river, where, text);
  await translated(test);
  const found = (await find(text)).find((thing) => thing.kind === 'post' && thing.place?.post === post);
  if (found?.kind !== 'post') throw new Error(`${text} is not found`);
  return { ...found, post };
}

const withdraw = (post: string) =>
  author.api.call('DELETE /api/dyads/:dyad/posts/:post', { params: { dyad: river.slug, post } });
const hold = (post: string) => deskOf(river).hold(moderators.a, post);

/** As moderators of both sides decide. */
async function decide(post: string, decision: Draft): Promise<void> {
  const desk = deskOf(river);
  const [row] = await test.database.query<{ id: string }>(`select id from moderation_item where content_id = $1`, [
    post,
  ]);
  const card = await desk.card(moderators.a, row?.id ?? '');
  const proposed = await desk.propose(moderators.a, card, decision);
  expect((await desk.key(moderators.b, proposed.answer)).answer.state).toBe('actioned');
  await translated(test);
}
const remove = (post: string) => removedPost(test, river, { of: moderators.a, and: moderators.b }, post);

/** Both texts of the clause cite these things. */
async function cite(
  { statement, clause }: { readonly statement: string; readonly clause: string },
  ...things: readonly Pick<CitedThing, 'kind' | 'of'>[]
): Promise<void> {
  const content = [{ text: 'Реката е наша.' }, ...things.map(({ kind, of }) => ({ cites: { kind, of } }))];
  const text = [{ type: 'paragraph' as const, content }];
  await test.app.get(Statements).write(statement, clause, { a: text, b: text }, drafters.a.id);
}

describe('GET /api/dyads/:dyad/citable', () => {
  it('finds entries of the record by the words of their kind in any language, by their texts and their numbers', async () => {
    for (const words of ['charter', 'хартата', 'повелбата', 'منشور', 'घोषणापत्र'])
      expect(entriesOf(await find(words)), words).toEqual(['charter.adopted']);
    expect(entriesOf(await find('money'))).toEqual(['disclosure.published']);
    expect(entriesOf(await find('Disclosure ПАРИ'))).toEqual(['disclosure.published']);
    const [charter] = await find('charter');
    expect(await find(charter?.of ?? '')).toContainEqual(charter);
    expect(entriesOf(await find('charter money'))).toEqual([]);
  });

  it('finds posts by their words, by the title of their thread and by their translations, newest first', async () => {
    const { of } = await posted('Пробите се разменуваат во недела.');
    expect((await find('НЕДЕЛА пробите')).map((thing) => thing.of)).toEqual([of]);
    expect(wordsIn(await find('вода и хора')).length).toBeGreaterThan(1);
    expect((await find('вода и хора')).at(0)?.of).toBe(of);
    const [found] = await find('недела');
    const translation = found?.kind === 'post' ? found.said?.words.translations[0]?.text : undefined;
    expect(translation).toBeDefined();
    expect((await find(translation ?? '')).map((thing) => thing.of)).toContain(of);
    expect(await find('недела понеделник')).toEqual([]);
    expect(await find('%')).toEqual([]);
  });

  it('finds by the translation of what a post says now, and by none of what it said or was translated as before', async () => {
    const { post } = await posted('Лебедите спијат покрај мостот.');
    const translator = await bilingual(river, citizen);
    const translate = (text: string, revision: number) =>
      translator.api.call('PUT /api/dyads/:dyad/posts/:post/translations/:language', {
        params: { dyad: river.slug, post, language: 'bg' },
        body: { text, revision },
      });
    const ofPost = async (words: string) =>
      (await find(words)).filter((thing) => thing.kind === 'post' && thing.place?.post === post).length;
    await translate('Лебедите хъркат край моста.', 1);
    await translate('Лебедите дремят край моста.', 1);
    expect([await ofPost('хъркат'), await ofPost('дремят'), await ofPost('спијат')]).toEqual([0, 1, 1]);
    await author.api.call('PUT /api/dyads/:dyad/posts/:post', {
      params: { dyad: river.slug, post },
      body: { text: 'Лебедите летаат над мостот.', language: 'mk', revision: 1 },
    });
    expect([await ofPost('дремят'), await ofPost('спијат'), await ofPost('летаат')]).toEqual([0, 0, 1]);
    await translate('Лебедите прелитат моста.', 2);
    expect(await ofPost('прелитат')).toBe(1);
  });

  it('offers the newest where nothing is sought, and is for drafters', async () => {
    const kinds = (await find('')).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['record', 'post']));
    const { problem } = await citizen.api.try('GET /api/dyads/:dyad/citable', {
      params: { dyad: river.slug },
      query: {},
    });
    expect(problem.code).toBe('access.denied');
  });

  it('finds no post whose words may not be shown, and none that waits', async () => {
    for (const [words, act] of [
      ['Оттеглена дума', withdraw],
      ['Задържана дума', hold],
      ['Премахната дума', remove],
    ] as const) {
      const { post } = await posted(words);
      await act(post);
      expect(await find(words)).toEqual([]);
    }
    const guarded = await openThread(test, await openTopic(test, river, 'guarded', 'pre'), citizen);
    await write(author, river, guarded.thread, 'Чакаща дума');
    expect(await find('Чакаща')).toEqual([]);
  });

  it('finds no word that was taken out of a post or a title, nor one that another post quotes', async () => {
    const params = { dyad: river.slug, topic: 'water' };
    const body = { title: 'Наслов со канарче', text: 'Пред канарче зад. Остатокот стои.', language: 'mk' };
    const { post } = await author.api.call('POST /api/dyads/:dyad/topics/:topic/threads', { params, body });
    await write(author, river, thread, `${quotationOf(post, 'Пред канарче зад.')}Се согласувам.`);
    await translated(test);
    const [before] = (await find('остатокот стои')).filter((thing) => thing.kind === 'post');
    expect(before?.said?.words.text).toBe('Пред канарче зад. Остатокот стои.');
    expect(await find('канарче')).toHaveLength(2);
    await decide(post, { measure: 'redact', passages: ['канарче'], reason: 'DOXX' });
    expect(await find('канарче')).toEqual([]);
    expect(await look([{ kind: 'post', of: before?.of ?? '' }])).toMatchObject([
      { said: { thread: { text: 'Наслов со █████' }, words: { text: 'Пред █████ зад. Остатокот стои.' } } },
    ]);
    // With the post that began it, the title of a thread is gone too; what others said there stays.
    const { api } = author;
    const other = { title: 'Друг наслов', text: 'Тоа што го започна.', language: 'mk' };
    const begun = await api.call('POST /api/dyads/:dyad/topics/:topic/threads', { params, body: other });
    const answer = await posted('Одговор без наслов.', begun.thread);
    expect(answer.said?.thread?.text).toBe('Друг наслов');
    await remove(begun.post);
    expect(await find('друг наслов')).toEqual([]);
    expect(await look([answer])).toMatchObject([{ said: { thread: null, words: { text: 'Одговор без наслов.' } } }]);
  });

  it('does not find what is said of a draft: not everybody may read it', async () => {
    const joint = await draft(test, river, drafters.a, 'drafters');
    const about = await wordsOf(test, drafters.b, joint, 'a', 'обща');
    const { thread: place } = await drafters.b.api.call(
      'POST /api/dyads/:dyad/statements/:statement/clauses/:clause/threads',
      {
        params: { dyad: river.slug, statement: joint.id, clause: joint.clause },
        body: { about, text: 'Тайна дума', language: 'mk' },
      },
    );
    await test.database.query(
      `update post set state = 'live', published_at = written_at, published_seq = 1 where thread_id = $1`,
      [place],
    );
    expect(await find('Тайна')).toEqual([]);
    const [row] = await test.database.query<{ of: string }>(`select public_name as of from post where thread_id = $1`, [
      place,
    ]);
    expect(await look([{ kind: 'post', of: row?.of ?? '' }])).toMatchObject([
      { state: 'gone', place: null, said: null },
    ]);
  });
});

describe('GET /api/dyads/:dyad/citations', () => {
  it('says what is cited, and of what is held or gone no word', async () => {
    const [there, held, gone, removed] = [
      await posted('Остава тук.'),
      await posted('Ще бъде задържана.'),
      await posted('Ще бъде оттеглена.'),
      await posted('Ще бъде премахната.'),
    ];
    await hold(held.post);
    await withdraw(gone.post);
    await remove(removed.post);
    const nowhere = { kind: 'post', of: '0b1f1a52-6c1e-4a7b-9d53-2f0c6f6f2a11' } as const;
    const things = await look([
      there,
      held,
      gone,
      removed,
      nowhere,
      { kind: 'record', of: '1' },
      { kind: 'record', of: '999' },
    ]);
    const states = things.map((thing) => (thing.kind === 'post' ? thing.state : thing.entry?.kind));
    expect(states).toEqual(['dyad.founded', undefined, 'there', 'held', 'gone', 'gone', 'gone']);
    expect(things.find(({ of }) => of === there.of)).toMatchObject({
      said: { thread: { text: 'Вода и хора', language: 'bg' }, words: { text: 'Остава тук.', language: 'mk' } },
    });
    expect(JSON.stringify(things)).not.toMatch(/задържана|оттеглена|премахната/);
  });

  it('asks the database as often for one as for many', async () => {
    const many = await Promise.all(['Едно', 'Две', 'Три', 'Четири', 'Пет'].map((text) => posted(`${text} питане`)));
    const entries = [1, 2, 3].map((number) => ({ kind: 'record' as const, of: String(number) }));
    const spy = vi.spyOn(Tx.prototype, 'query');
    const counts: number[] = [];
    for (const asked of [
      [...many.slice(0, 1), ...entries.slice(0, 1)],
      [...many, ...entries],
    ]) {
      spy.mockClear();
      expect(await look(asked)).toHaveLength(asked.length);
      // Lookups ask for a set; workers of the same process, which look for work meanwhile, take it one by one.
      const ofLook = spy.mock.calls.filter(([sql]) => /any\(\$\d::(?:uuid|int)\[\]\)/.test(sql));
      counts.push(ofLook.length);
    }
    spy.mockRestore();
    expect(counts[1]).toBe(counts[0]);
    expect(counts[0]).toBeLessThanOrEqual(10);
  });

  it.each([
    ['nothing', ''],
    ['a kind alone', 'record'],
    ['an end that is open', 'record:1,'],
    ['more than keys', 'record:1 or 1=1'],
    [
      'too many at once',
      Array(citationLimits.lookedUp + 1)
        .fill('record:1')
        .join(),
    ],
  ])('refuses %s', async (_, of) => {
    const params = { dyad: river.slug };
    expect((await citizen.api.try('GET /api/dyads/:dyad/citations', { params, query: { of } })).status).toBe(400);
  });

  it('knows no kind but those there are, and no target that is written otherwise', async () => {
    expect(
      await look([
        { kind: 'fact' as 'post', of: '1' },
        { kind: 'post', of: '1' },
      ]),
    ).toEqual([]);
  });
});

describe('SEC-18: between dyads', () => {
  it('SEC-18: nothing of one is found or looked up in the other', async () => {
    const { of, post } = await posted('Само за реката.');
    const stranger = await member(test, lake, { roles: ['drafter'] });
    expect(wordsIn(await find('реката', stranger, lake))).toEqual([]);
    expect(await look([{ kind: 'post', of }], stranger, lake)).toEqual([
      { kind: 'post', of, state: 'gone', place: null, said: null },
    ]);
    // The fourth entry of the one is a topic; the other has three.
    expect(await look([{ kind: 'record', of: '4' }])).toMatchObject([{ entry: { kind: 'topic.opened' } }]);
    expect(await look([{ kind: 'record', of: '4' }], stranger, lake)).toMatchObject([{ entry: null }]);
    for (const route of ['GET /api/dyads/:dyad/citable', 'GET /api/dyads/:dyad/citations'] as const) {
      const query: Record<string, string> = route.endsWith('citable') ? { words: '' } : { of: `post:${of}` };
      const asked = { params: { dyad: river.slug }, query };
      const { status, answer } = await stranger.api.send(route, asked);
      expect(status).toBe(403);
      expect(JSON.stringify(answer)).not.toContain(post);
    }
  });
});

describe('a statement that cites', () => {
  /** Whoever has no account: every way to a statement that both sides show. */
  async function asVisitor(statement: string): Promise<string> {
    const answers = await Promise.all(
      ['ratified', 'ratified.md', 'ratified.html', 'ratified.json'].map(async (way) =>
        (await fetch(`${test.url}/api/dyads/${river.slug}/statements/${statement}/${way}`)).text(),
      ),
    );
    return answers.join('\n');
  }

  it('PRI-05: tells visitors that it cites a post, where that is, and no word, name or time of it', async () => {
    const cited = await posted('Никой отвън не чете това.');
    const [charter] = await find('charter');
    const { statement, clause } = await aligned(test, river, drafters);
    await cite({ statement, clause }, cited, { kind: 'record', of: charter?.of ?? '' });
    await align(river, drafters, { statement, clause });
    const own = [
      await organisation(test, river, stewards, { side: 'a', name: 'Речна стража' }),
      await organisation(test, river, stewards, { side: 'b', name: 'Читалище' }),
    ];
    const hash = await frozen(river, drafters, statement);
    for (const one of own) await sign(river, statement, hash, one);
    await test.settled();

    const params = { dyad: river.slug, statement };
    const before = await test.visitor().call('GET /api/dyads/:dyad/statements/:statement/ratified', { params });
    expect(before.citations).toMatchObject([
      { kind: 'record', of: charter?.of, entry: { kind: 'charter.adopted' } },
      { kind: 'post', of: cited.of, state: 'there', place: null, said: null },
    ]);
    const told = await asVisitor(statement);
    expect(told).toContain(`/d/river/posts/${cited.of}`);
    expect(told).toContain(`/d/river/record#entry-${charter?.of}`);
    for (const secret of ['Никой отвън', 'Вода и хора', author.pseudonym, author.id, cited.post, thread])
      expect(told).not.toContain(secret);

    // Nothing that becomes of the post changes what was signed; that a moderator holds it is told to members only.
    await hold(cited.post);
    expect(await asVisitor(statement)).toBe(told);
    await test.database.query(`update post set state = 'live' where id = $1`, [cited.post]);
    await withdraw(cited.post);
    const after = await test.visitor().call('GET /api/dyads/:dyad/statements/:statement/ratified', { params });
    expect(after.citations[1]).toEqual({ kind: 'post', of: cited.of, state: 'gone', place: null, said: null });
    expect([after.hash, after.canonical]).toEqual([before.hash, before.canonical]);
    expect(await asVisitor(statement)).not.toContain(`/d/river/posts/${cited.of}`);
  });

  it('tells no more of a draft that everybody may read', async () => {
    const cited = await posted('И това остава вътре.');
    const { id: statement, clause } = await draft(test, river, drafters.a, 'members');
    await cite({ statement, clause }, cited, { kind: 'fact' as 'post', of: 'x' });
    for (const who of [drafters.a, drafters.b])
      await who.api.call('POST /api/dyads/:dyad/statements/:statement/visibility', {
        params: { dyad: river.slug, statement },
        body: { visibility: 'public' },
      });
    const draftOf = await test
      .visitor()
      .call('GET /api/dyads/:dyad/drafts/:statement', { params: { dyad: river.slug, statement } });
    expect(draftOf.citations).toEqual([{ kind: 'post', of: cited.of, state: 'there', place: null, said: null }]);
    expect(JSON.stringify(draftOf)).not.toMatch(/остава вътре|Вода и хора/);
  });

  it('is not frozen while it cites what is not there, and says in which clause; what is held is there', async () => {
    const cited = await posted('Която изчезва.');
    const { statement, clause } = await aligned(test, river, drafters);
    const propose = async (things: readonly Pick<CitedThing, 'kind' | 'of'>[]) => {
      await cite({ statement, clause }, ...things);
      await align(river, drafters, { statement, clause });
      const params = { dyad: river.slug, statement };
      const { hash } = await drafters.a.api.call('GET /api/dyads/:dyad/statements/:statement/ratification', { params });
      const body = { hash: hash ?? '', days: 14 };
      return drafters.a.api.try('POST /api/dyads/:dyad/statements/:statement/freeze', { params, body });
    };
    for (const gone of [
      { kind: 'record', of: '999' },
      { kind: 'post', of: '0b1f1a52-6c1e-4a7b-9d53-2f0c6f6f2a11' },
      { kind: 'fact' as 'post', of: '1' },
    ] as const)
      expect((await propose([gone])).problem).toMatchObject({ code: 'statement.footnote_gone', params: { clause: 1 } });
    await hold(cited.post);
    expect((await propose([cited])).status).toBe(204);
    await test.database.query(`update post set state = 'live' where id = $1`, [cited.post]);
    await withdraw(cited.post);
    expect((await propose([cited])).problem.code).toBe('statement.footnote_gone');
  });
});
