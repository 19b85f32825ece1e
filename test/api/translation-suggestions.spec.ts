import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Tx } from '../../server/platform/database/tx.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { bilingual, openThread, openTopic, translated, write, type TestTopic } from '../support/forum.js';
import { deskOf } from '../support/moderation.js';
import { decide, publishedBy, type Bench } from '../support/notices.js';

let test: TestApp;
let dyad: TestDyad;
let topic: TestTopic;
let thread: string;
/** Writes in Bulgarian; all posts here are hers. */
let ana: TestMember;
let ofA: TestMember;
let ofB: TestMember;
let bench: Bench;

beforeAll(async () => {
  test = await startApp({ TRANSLATION_ENGINES: 'pseudo' });
  dyad = await foundDyad(test, 'river');
  topic = await openTopic(test, dyad, 'water', 'post');
  ana = await member(test, dyad, { side: 'a' });
  ofA = await bilingual(dyad, await member(test, dyad, { side: 'a' }));
  ofB = await bilingual(dyad, await member(test, dyad, { side: 'b' }));
  const roles = ['moderator'] as const;
  bench = {
    a: await member(test, dyad, { side: 'a', roles }),
    b: await member(test, dyad, { side: 'b', roles }),
    neutral: await member(test, dyad, { side: 'neutral', roles }),
  };
  ({ thread } = await openThread(test, topic, await member(test, dyad)));
});
afterAll(() => test.close());

const at = (post: string) => ({ dyad: dyad.slug, post, language: 'mk' });

const lookUp = (who: TestMember, post: string) =>
  who.api.try('GET /api/dyads/:dyad/posts/:post/translations/:language/memory', { params: at(post) });

/** What the memory has for a post: each sentence with the translations of what is like it. */
async function found(post: string): Promise<[string, string[]][]> {
  const { sentences } = (await lookUp(ofB, post)).answer;
  return sentences.map(({ text, matches }) => [text, matches.map(({ entry }) => entry.target.text)]);
}

async function posted(text: string): Promise<string> {
  const { id } = await write(ana, dyad, thread, text);
  await translated(test);
  return id;
}

async function provide(post: string, text: string, who = ofB): Promise<string> {
  const { id } = await who.api.call('PUT /api/dyads/:dyad/posts/:post/translations/:language', {
    params: at(post),
    body: { text, revision: 1 },
  });
  return id;
}

describe('the memory for somebody who translates a text', () => {
  it('has for each sentence what is like it, with where that is from and who agrees', async () => {
    await provide(await posted('Мостът над реката е **много** стар.'), 'Мостот над реката е **многу** стар.');
    const { answer } = await lookUp(ofB, await posted('Здравейте! Мостът над реката е **много** нов.\n\n- 12'));
    expect(answer.sentences).toMatchObject([
      {
        text: 'Мостът над реката е **много** нов.',
        matches: [
          {
            match: 'fuzzy',
            entry: {
              source: { language: 'bg', text: 'Мостът над реката е **много** стар.' },
              target: {
                language: 'mk',
                text: 'Мостот над реката е **многу** стар.',
                body: [
                  {
                    type: 'paragraph',
                    inlines: [
                      { type: 'text', text: 'Мостот над реката е ' },
                      { type: 'strong', inlines: [{ type: 'text', text: 'многу' }] },
                      { type: 'text', text: ' стар.' },
                    ],
                  },
                ],
              },
              origin: 'text',
              isByPeople: true,
              confirmedBy: [],
            },
          },
        ],
      },
    ]);
    expect(answer.sentences[0]?.matches[0]?.percent).toBeLessThan(90);
  });

  it('knows the same words between the same neighbours, and a paragraph that was translated as a whole', async () => {
    const text = 'Вали от сутринта. Реката излезе от коритото.';
    await provide(await posted(text), 'Врне од утрото и реката се излеа.');
    const { answer } = await lookUp(ofB, await posted(text));
    expect(answer.sentences).toMatchObject([{ text, matches: [{ match: 'context', percent: 90 }] }]);
  });

  it('looks all sentences of a text up in one query', async () => {
    const post = await posted(Array.from({ length: 30 }, (_, at) => `Изречение номер ${at} за въздуха.`).join(' '));
    const spy = vi.spyOn(Tx.prototype, 'query');
    await lookUp(ofB, post);
    const ofMemory = spy.mock.calls.filter(([sql]) => sql.includes('memory_entry'));
    spy.mockRestore();
    expect(ofMemory).toHaveLength(1);
  });

  it('is for those who say that they write the language, where they read; for nobody else', async () => {
    const post = await posted('Пътят е затворен.');
    expect((await lookUp(ana, post)).problem.code).toBe('translation.languages_not_declared');
    expect((await lookUp(bench.a, post)).problem.code).toBe('translation.languages_not_declared');
    const route = 'GET /api/dyads/:dyad/posts/:post/translations/:language/memory';
    expect((await test.visitor().try(route, { params: at(post) })).status).toBe(401);
    const memory = { params: { dyad: dyad.slug }, query: {} };
    expect((await ofB.api.try('GET /api/dyads/:dyad/memory', memory)).problem.code).toBe('access.denied');
  });
});

describe('what somebody may not read where it stands', () => {
  /** A published post with a translation, and another one that says the same but for a word. */
  async function remembered(canary: string) {
    const card = await publishedBy(test, topic, ana, bench.a, `Адресът на Иван е улица ${canary} дванадесет в града.`);
    await translated(test);
    await provide(card.content, `Адресата на Иван е улица ${canary} дванаесет во градот.`);
    return { card, other: await posted('Адресът на Иван е улица Първа дванадесет в града.') };
  }

  it('is not in the memory while its post is held, and is again when it is released', async () => {
    const { card, other } = await remembered('Канарче');
    const desk = deskOf(dyad);
    const before = await found(other);
    expect(JSON.stringify(before)).toContain('Канарче');
    const held = await desk.hold(bench.a, card.content);
    expect(await found(other)).toEqual([]);
    await desk.release(bench.a, held.answer);
    expect(await found(other)).toEqual(before);
  });

  it('is not in the memory once its post is removed', async () => {
    const { card, other } = await remembered('Славейче');
    await decide(dyad, bench, card, { measure: 'remove', reason: 'SPAM' });
    expect(JSON.stringify(await found(other))).not.toContain('Славейче');
  });

  it('is not in the memory once it is taken out of its post', async () => {
    const { card, other } = await remembered('Врабче');
    await decide(dyad, bench, card, { measure: 'redact', passages: ['Врабче'], reason: 'DOXX' });
    expect(JSON.stringify((await lookUp(ofB, other)).answer)).not.toContain('Врабче');
  });

  it('is not in the memory as a quote by another post either', async () => {
    const card = await publishedBy(test, topic, ana, bench.a, 'Слушайте. Домът на Мария е улица Косче седем в селото.');
    const quoting = await posted(
      `> [quote:${card.content}]\n> Слушайте. Домът на Мария е улица Косче седем в селото.\n\nТака ли?`,
    );
    await provide(
      quoting,
      `> [quote:${card.content}]\n> Слушајте. Домот на Марија е улица Косче седум во селото.\n\nТака?`,
    );
    const other = await posted('Домът на Мария е улица Трета седем в селото.');
    expect(JSON.stringify(await found(other))).toContain('Косче');
    await deskOf(dyad).hold(bench.a, card.content);
    expect(await found(other)).toEqual([]);
  });

  it('is not in the memory when its author takes it back', async () => {
    const { card, other } = await remembered('Щиглец');
    await ana.api.call('DELETE /api/dyads/:dyad/posts/:post', { params: { dyad: dyad.slug, post: card.content } });
    expect(JSON.stringify(await found(other))).not.toContain('Щиглец');
  });
});

describe('what both sides stand behind', () => {
  it('counts as agreed in the memory until somebody disputes it, or another takes its place', async () => {
    const text = 'Водата в чешмата не е за пиене.';
    const post = await posted(text);
    const translation = await provide(post, 'Водата од чешмата не е за пиење.');
    const other = await posted(text);
    const best = async () => (await lookUp(ofB, other)).answer.sentences[0]?.matches[0];
    expect(await best()).toMatchObject({ percent: 90, entry: { confirmedBy: [] } });
    await ofA.api.call('POST /api/dyads/:dyad/posts/:post/translations/:language/reviews', {
      params: at(post),
      body: { translation },
    });
    expect(await best()).toMatchObject({ percent: 100, entry: { confirmedBy: ['a', 'b'] } });
    await ana.api.call('POST /api/dyads/:dyad/posts/:post/translations/:language/disputes', {
      params: at(post),
      body: { translation, kind: 'meaning', words: 'Не е така.' },
    });
    expect(await best()).toMatchObject({ percent: 90, entry: { confirmedBy: [] } });
    const better = 'Водата од чешмата не се пие.';
    const next = await provide(post, better);
    const { proposals } = await ofA.api.call('GET /api/dyads/:dyad/posts/:post/translations/:language', {
      params: at(post),
    });
    expect(proposals.map(({ id }) => id)).toEqual([next]);
    await ofA.api.call('POST /api/dyads/:dyad/posts/:post/translations/:language/reviews', {
      params: at(post),
      body: { translation: next },
    });
    expect(await best()).toMatchObject({ percent: 100, entry: { target: { text: better } } });
  });
});
