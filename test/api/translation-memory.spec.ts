import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MemoryEntryView } from '../../shared/translation/memory.schema.js';
import type { TranslationView } from '../../shared/translation/translation.schema.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { deskOf, moderatorsOf } from '../support/moderation.js';
import { bilingual, openThread, openTopic, translated, write } from '../support/forum.js';

let test: TestApp;
let dyad: TestDyad;
let author: TestMember;
let moderators: { readonly a: TestMember; readonly b: TestMember };
let thread: string;
let count = 0;

beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  dyad = await foundDyad(test, `memory-${(count += 1)}`);
  author = await member(test, dyad, { side: 'b' });
  moderators = {
    a: await bilingual(dyad, await member(test, dyad, { side: 'a', roles: ['moderator'] })),
    b: await bilingual(dyad, await member(test, dyad, { side: 'b', roles: ['moderator'] })),
  };
  ({ thread } = await openThread(test, await openTopic(test, dyad, 'water', 'post'), author));
});

const says = async (text: string): Promise<string> => {
  const { id } = await write(author, dyad, thread, text);
  await translated(test);
  return id;
};

const provide = (post: string, text: string, who = moderators.a): Promise<TranslationView> =>
  who.api.call('PUT /api/dyads/:dyad/posts/:post/translations/:language', {
    params: { dyad: dyad.slug, post, language: 'bg' },
    body: { text, revision: 1 },
  });

async function inBulgarian(post: string): Promise<TranslationView | undefined> {
  const view = await author.api.call('GET /api/dyads/:dyad/posts/:post', { params: { dyad: dyad.slug, post } });
  return view.translations.find(({ language }) => language === 'bg');
}

const list = async (words?: string): Promise<MemoryEntryView[]> => {
  const query = words === undefined ? {} : { words };
  return (await moderators.b.api.call('GET /api/dyads/:dyad/memory', { params: { dyad: dyad.slug }, query })).entries;
};

const like = async (text: string, around: { before?: string; after?: string } = {}) => {
  const body = { from: 'mk', to: 'bg', text, ...around };
  const route = 'POST /api/dyads/:dyad/memory/matches';
  return (await moderators.a.api.call(route, { params: { dyad: dyad.slug }, body })).matches;
};

const entriesStored = async (): Promise<number> => {
  const rows = await test.database.query(`select 1 from memory_entry where dyad_id = $1`, [dyad.id]);
  return rows.length;
};

const first = 'Реката е чиста. Не се согласувам со проф. Петров.';
const firstInBulgarian = 'Реката е чиста. Не съм съгласен с проф. Петров.';

describe('the memory of a dyad', () => {
  it('learns what people translate, sentence by sentence, and abbreviations end no sentence', async () => {
    await provide(await says(first), firstInBulgarian);
    const learned = await list();
    expect(learned.toSorted((one, other) => (one.source.text < other.source.text ? -1 : 1))).toEqual([
      expect.objectContaining({
        source: expect.objectContaining({ language: 'mk', text: 'Не се согласувам со проф. Петров.' }),
        target: expect.objectContaining({ language: 'bg', text: 'Не съм съгласен с проф. Петров.' }),
        origin: 'text',
        isByPeople: true,
        confirmedBy: [],
      }),
      expect.objectContaining({ source: expect.objectContaining({ language: 'mk', text: 'Реката е чиста.' }) }),
    ]);
  });

  it('keeps a passage whole whose sentences are not as many, and nothing where passages are not as many', async () => {
    await provide(await says('Прво. Второ.'), 'Първо и второ.');
    await provide(await says('Еден пасус.\n\nДруг пасус.'), 'Само един пасаж.');
    expect((await list()).map(({ source, target }) => [source.text, target.text])).toEqual([
      ['Прво. Второ.', 'Първо и второ.'],
    ]);
  });

  it('translates what is remembered word for word before any engine is asked, and says where it is from', async () => {
    await provide(await says(first), firstInBulgarian);
    const again = await says('> Реката  е чиста.\n> Не се согласувам со проф. Петров.\n\n```\nкод\n```');
    expect(await inBulgarian(again)).toMatchObject({
      status: 'memory',
      engine: null,
      by: null,
      memory: { match: 'context', origins: ['text'], isAgreed: false },
    });
    const [row] = await test.database.query<{ body: string }>(`select body from translation where id = $1`, [
      (await inBulgarian(again))?.id,
    ]);
    expect(row?.body).toBe(`> ${firstInBulgarian}\n\n\`\`\`\nкод\n\`\`\``);
    const otherOrder = await says('Не се согласувам со проф. Петров. Реката е чиста. 1992.');
    expect(await inBulgarian(otherOrder)).toMatchObject({ status: 'memory', memory: { match: 'exact' } });
  });

  it('leaves a text to the engine when one sentence of it is not remembered', async () => {
    await provide(await says(first), firstInBulgarian);
    expect(await inBulgarian(await says('Реката е чиста. Реката е длабока.'))).toMatchObject({
      engine: 'pseudo',
      memory: null,
    });
  });

  it('takes what both sides confirmed before what is newer', async () => {
    await provide(await says('Добро утро.'), 'Добро утро.');
    const [entry] = await list();
    const at = { params: { dyad: dyad.slug, entry: entry?.id ?? '' } };
    const route = 'PUT /api/dyads/:dyad/memory/:entry/confirmation';
    expect((await moderators.a.api.call(route, at)).confirmedBy).toEqual(['a']);
    expect((await moderators.a.api.call(route, at)).confirmedBy).toEqual(['a']);
    expect((await moderators.b.api.call(route, at)).confirmedBy).toEqual(['a', 'b']);
    await provide(await says('Добро утро!'), 'Добрутро!');
    await provide(await says('Да. Добро утро.'), 'Да. Добрутро.');
    expect(await inBulgarian(await says('Да. Добро утро. Да.'))).toMatchObject({
      status: 'memory',
      memory: { match: 'exact', isAgreed: false },
    });
    expect(await inBulgarian(await says('1. Добро утро.'))).toMatchObject({ memory: { isAgreed: true } });
  });

  it('is searched by words in either language, whatever their capitals and composition', async () => {
    await provide(await says(first), firstInBulgarian);
    for (const words of ['съм съглас', 'СОГЛАСУВАМ со', 'проф. Петров'])
      expect(
        (await list(words)).map(({ source }) => source.text),
        words,
      ).toEqual(['Не се согласувам со проф. Петров.']);
    expect(await list('100%')).toEqual([]);
    await provide(await says('Ѐ, тоа е нејзино.'), 'Ѝ, това е нейно.');
    expect(await list('\u0418\u0300, това')).toHaveLength(1);
  });

  it('says how near other sentences are: over words, less for numbers and for what is not agreed', async () => {
    await provide(
      await says('Од 1992 година реката во долината не е чиста.'),
      'От 1992 г. реката в долината не е чиста.',
    );
    const [same] = await like('Од 1992 година реката во долината не е чиста.');
    expect(same).toMatchObject({ match: 'context', percent: 90 });
    const [between] = await like('Од 1992 година реката во долината не е чиста.', { before: 'Друго.' });
    expect(between).toMatchObject({ match: 'exact', percent: 90 });
    // One of ten words and signs is another: 90, less 10; with a number, less 1 more.
    expect(await like('Од 1992 година водата во долината не е чиста.')).toMatchObject([
      { match: 'fuzzy', percent: 80 },
    ]);
    expect(await like('Од 1993 година реката во долината не е чиста.')).toMatchObject([
      { match: 'fuzzy', percent: 79 },
    ]);
    expect(await like('Нешто сосема друго за воздухот.')).toEqual([]);
  });

  it('forgets a translation that moderators withhold or somebody replaces, and knows it again when it is shown', async () => {
    const post = await says('Водата е наша.');
    const { id } = await provide(post, 'Водата е наша.');
    await test.database.query(`update translation set withheld = 'held' where id = $1`, [id]);
    expect([await list(), await like('Водата е наша.')]).toEqual([[], []]);
    expect(await inBulgarian(await says('Водата е наша.'))).toMatchObject({ engine: 'pseudo' });
    await test.database.query(`update translation set withheld = null where id = $1`, [id]);
    expect(await list()).toHaveLength(1);
    await provide(post, 'Водата е на всички ни.');
    expect((await list()).map(({ target }) => target.text)).toEqual(['Водата е на всички ни.']);
  });

  it('says nothing of a post that readers do not have, or not whole, and knows it again when they do', async () => {
    const [ofA, ofB] = await moderatorsOf(test, dyad, ['a', 'b']);
    const desk = deskOf(dyad);
    const post = await says('Водата е наша.');
    await provide(post, 'Водата е и наша.');
    const held = (await desk.hold(ofA, post)).answer;
    expect([await list(), await like('Водата е наша.')]).toEqual([[], []]);
    expect(await inBulgarian(await says('Водата е наша.'))).toMatchObject({ engine: 'pseudo' });
    const released = (await desk.release(ofA, held)).answer;
    expect(await list()).toHaveLength(1);
    const redaction = { measure: 'redact' as const, passages: ['наша'], reason: 'DOXX' as const };
    await desk.key(ofB, (await desk.propose(ofA, released, redaction)).answer);
    expect(await list()).toEqual([]);
    expect(await inBulgarian(await says('Водата е наша.'))).toMatchObject({ engine: 'pseudo' });
  });

  it('forgets the words of a post with the post', async () => {
    const post = await says(first);
    await provide(post, firstInBulgarian);
    await provide(post, firstInBulgarian);
    expect(await entriesStored()).toBe(4);
    await author.api.call('DELETE /api/dyads/:dyad/posts/:post', { params: { dyad: dyad.slug, post } });
    await translated(test);
    expect(await entriesStored()).toBe(0);
  });

  it('is for those who translate: no visitor, no citizen, nobody of another dyad', async () => {
    await provide(await says('Добро утро.'), 'Добро утро.');
    const [entry] = await list();
    const route = 'GET /api/dyads/:dyad/memory';
    const at = { params: { dyad: dyad.slug }, query: {} };
    expect((await test.visitor().try(route, at)).status).toBe(401);
    expect((await author.api.try(route, at)).problem.code).toBe('access.denied');
    const here = dyad;
    dyad = await foundDyad(test, `memory-${(count += 1)}`);
    const stranger = await member(test, dyad, { side: 'a', roles: ['moderator'] });
    expect((await stranger.api.try(route, at)).problem.code).toBe('access.denied');
    const there = { params: { dyad: dyad.slug, entry: entry?.id ?? '' } };
    for (const act of [
      'PUT /api/dyads/:dyad/memory/:entry/confirmation',
      'DELETE /api/dyads/:dyad/memory/:entry',
    ] as const)
      expect((await stranger.api.try(act, there)).problem.code).toBe('request.not_found');
    dyad = here;
    const neutral = await member(test, dyad, { side: 'neutral', roles: ['moderator'] });
    const own = { params: { dyad: dyad.slug, entry: entry?.id ?? '' } };
    expect((await neutral.api.try('PUT /api/dyads/:dyad/memory/:entry/confirmation', own)).problem.code).toBe(
      'access.denied',
    );
    await moderators.a.api.call('DELETE /api/dyads/:dyad/memory/:entry', own);
    expect(await list()).toEqual([]);
  });

  it('SEC-18: is searched by trigrams inside the dyad that a transaction named, and nowhere else', async () => {
    await provide(await says('Водата е наша.'), 'Водата е наша.');
    const ask = async (named: string): Promise<[number, number]> => {
      await test.database.query('begin');
      await test.database.query(`set local role entente_app`);
      await test.database.query(`select set_config('app.dyad', $1, true)`, [named]);
      const alike = await test.database.query(`select 1 from memory_alike($1, 'mk', 'bg', 'Водата е наша.', 9)`, [
        dyad.id,
      ]);
      const saying = await test.database.query(
        `select 1 from memory_saying($1, '%Водата%', 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 9)`,
        [dyad.id],
      );
      await test.database.query('rollback');
      return [alike.length, saying.length];
    };
    expect(await ask(dyad.id)).toEqual([1, 1]);
    for (const other of ['', '00000000-0000-4000-8000-000000000001']) expect(await ask(other), other).toEqual([0, 0]);
  });
});
