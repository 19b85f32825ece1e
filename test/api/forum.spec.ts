import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Tx } from '../../server/platform/database/tx.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { openThread, openTopic, translated, write, type TestTopic } from '../support/forum.js';

let test: TestApp;
let dyad: TestDyad;
let ana: TestMember;
let boris: TestMember;
let moderator: TestMember;
let steward: TestMember;
let secondSteward: TestMember;
let stranger: TestMember;
let free: TestTopic;
let guarded: TestTopic;

beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  const other = await foundDyad(test, 'valley');
  ana = await member(test, dyad, { side: 'a', pseudonym: 'Ана' });
  boris = await member(test, dyad, { side: 'b', pseudonym: 'Борис Река' });
  moderator = await member(test, dyad, { side: 'b', roles: ['moderator'] });
  steward = await member(test, dyad, { side: 'a', roles: ['steward'] });
  secondSteward = await member(test, dyad, { side: 'b', roles: ['steward'] });
  stranger = await member(test, other, { side: 'a' });
  free = await openTopic(test, dyad, 'water', 'post');
  guarded = await openTopic(test, dyad, 'school', 'pre');
});
afterAll(() => test.close());

const here = () => ({ dyad: dyad.slug });
const postsOf = async (reader: TestMember, thread: string) =>
  (await reader.api.call('GET /api/dyads/:dyad/threads/:thread', { params: { ...here(), thread }, query: {} })).posts;

describe('GET /api/dyads/:dyad/topics and one topic', () => {
  it('lists topics with both texts, and a topic with its threads', async () => {
    const { thread } = await openThread(test, free, ana);
    const { topics } = await boris.api.call('GET /api/dyads/:dyad/topics', { params: here() });
    expect(topics.map((topic) => topic.slug).toSorted()).toEqual(['school', 'water']);
    const page = await boris.api.call('GET /api/dyads/:dyad/topics/:topic', {
      params: { ...here(), topic: 'water' },
      query: {},
    });
    expect(page.threads.map((one) => one.id)).toContain(thread);
    expect(page.threads[0]).toMatchObject({
      posts: 1,
      postsBySide: { a: 1, b: 0, neutral: 0 },
      author: { pseudonym: 'Ана' },
    });
    expect([page.topic.title.language, ...page.topic.title.translations.map((one) => one.language)].toSorted()).toEqual(
      ['bg', 'mk'],
    );
    expect(page.seq).toBeGreaterThan(0);
  });

  it('answers signed-out, other dyads and unknown names with 401, 403 and 404', async () => {
    expect((await test.visitor().try('GET /api/dyads/:dyad/topics', { params: here() })).status).toBe(401);
    expect((await stranger.api.try('GET /api/dyads/:dyad/topics', { params: here() })).status).toBe(403);
    const unknown = await ana.api.try('GET /api/dyads/:dyad/topics/:topic', {
      params: { ...here(), topic: 'nothing' },
      query: {},
    });
    expect(unknown.status).toBe(404);
  });
});

describe('GET /api/dyads/:dyad/threads', () => {
  it('lists the threads with the newest posts of all topics, and none whose first post waits', async () => {
    const first = await openThread(test, free, ana);
    const second = await openThread(test, guarded, boris);
    await ana.api.call('POST /api/dyads/:dyad/topics/:topic/threads', {
      params: { ...here(), topic: 'school' },
      body: { title: 'Още чака', text: 'Първи думи', language: 'bg' },
    });
    await write(boris, dyad, first.thread, 'Пак тука');
    const { threads } = await ana.api.call('GET /api/dyads/:dyad/threads', { params: here(), query: { limit: 2 } });
    expect(threads.map((one) => [one.id, one.topic.slug])).toEqual([
      [first.thread, 'water'],
      [second.thread, 'school'],
    ]);
    expect((await stranger.api.try('GET /api/dyads/:dyad/threads', { params: here(), query: {} })).status).toBe(403);
  });
});

describe('POST /api/dyads/:dyad/topics', () => {
  const topic = (slug: string) => ({
    params: here(),
    body: { slug, title: { bg: 'Въздух', mk: 'Воздух' }, description: { bg: 'За въздуха', mk: 'За воздухот' } },
  });

  it('is for stewards; the topic is pre-moderated and a line of the record', async () => {
    expect((await ana.api.try('POST /api/dyads/:dyad/topics', topic('air'))).status).toBe(403);
    const opened = await steward.api.call('POST /api/dyads/:dyad/topics', topic('air'));
    expect(opened).toMatchObject({ slug: 'air', mode: 'pre', threads: 0 });
    await test.settled();
    const { entries } = await test.visitor().call('GET /api/dyads/:dyad/record', { params: here(), query: {} });
    expect(entries[0]).toMatchObject({ kind: 'topic.opened', about: { topic: 'air', mode: 'pre' } });
  });

  it('takes no mode from one steward alone', async () => {
    const { body, params } = topic('soil');
    const reply = await steward.api.send('POST /api/dyads/:dyad/topics', { params, body: { ...body, mode: 'post' } });
    expect(reply.problem.fields).toMatchObject([{ field: 'body.mode', rule: 'not_expected' }]);
  });

  it('refuses a taken name, and a text missing in a language, naming the field', async () => {
    expect((await steward.api.try('POST /api/dyads/:dyad/topics', topic('water'))).problem.code).toBe(
      'topic.slug_taken',
    );
    const { problem } = await steward.api.try('POST /api/dyads/:dyad/topics', {
      ...topic('half'),
      body: { ...topic('half').body, title: { bg: 'Само тук' } },
    });
    expect(problem.fields.map((one) => one.field)).toEqual(['body.title.mk']);
  });
});

describe('POST /api/dyads/:dyad/topics/:topic/threads', () => {
  const begin = (author: TestMember, topic: string, title = 'Нова нишка') =>
    author.api.call('POST /api/dyads/:dyad/topics/:topic/threads', {
      params: { ...here(), topic },
      body: { title, text: 'Здравейте, съседи!', language: 'bg' },
    });

  it('begins a thread that everybody sees at once, or after approval, as the topic has it', async () => {
    const live = await begin(ana, 'water');
    expect(live.state).toBe('live');
    expect(await postsOf(boris, live.thread)).toHaveLength(1);
    const waiting = await begin(ana, 'school', 'Чакаща нишка');
    expect(waiting.state).toBe('pending');
    const hidden = await boris.api.try('GET /api/dyads/:dyad/threads/:thread', {
      params: { ...here(), thread: waiting.thread },
      query: {},
    });
    expect(hidden.status).toBe(404);
    const { threads } = await boris.api.call('GET /api/dyads/:dyad/topics/:topic', {
      params: { ...here(), topic: 'school' },
      query: {},
    });
    expect(threads.map((one) => one.id)).not.toContain(waiting.thread);
    const { items } = await moderator.api.call('GET /api/dyads/:dyad/desk', { params: here(), query: {} });
    const item = items.find((one) => one.content === waiting.post);
    await moderator.api.call('POST /api/dyads/:dyad/desk/:item/approval', {
      params: { ...here(), item: item?.id ?? '' },
      body: { version: item?.version ?? 0 },
    });
    expect(await postsOf(boris, waiting.thread)).toHaveLength(1);
  });

  it('is not for visitors', async () => {
    const reply = await test.visitor().try('POST /api/dyads/:dyad/topics/:topic/threads', {
      params: { ...here(), topic: 'water' },
      body: { title: 'Нишка', text: 'Текст', language: 'bg' },
    });
    expect(reply.status).toBe(401);
  });
});

describe('POST /api/dyads/:dyad/threads/:thread/posts', () => {
  it('REL-02: ten equal requests with one key make one post and get ten equal answers', async () => {
    const { thread } = await openThread(test, free, ana);
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => write(boris, dyad, thread, 'Само еднаш', key)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await postsOf(ana, thread)).toHaveLength(2);
    const other = await boris.api.try(
      'POST /api/dyads/:dyad/threads/:thread/posts',
      { params: { ...here(), thread }, body: { text: 'Нешто друго', language: 'mk' } },
      { key },
    );
    expect(other).toMatchObject({ status: 422, problem: { code: 'request.key_reused' } });
  });

  it('keeps replies, mentions and quotes', async () => {
    const { thread, post } = await openThread(test, free, ana);
    const { id } = await boris.api.call('POST /api/dyads/:dyad/threads/:thread/posts', {
      params: { ...here(), thread },
      body: { text: `> [quote:${post}]\n> Реката\n\n@Ана, така е. @Никој`, language: 'mk', replyTo: post },
    });
    const view = await ana.api.call('GET /api/dyads/:dyad/posts/:post', { params: { ...here(), post: id } });
    expect(view.replyTo).toBe(post);
    expect(view.answers).toMatchObject({ id: ana.id, pseudonym: 'Ана' });
    expect(view.body?.[0]).toMatchObject({ type: 'quote', post });
    expect(view.body?.[1]).toMatchObject({
      inlines: [{ type: 'mention', member: ana.id, pseudonym: 'Ана' }, { type: 'text' }],
    });
  });

  it('refuses other languages, answers to elsewhere, unreadable depth, unknown threads, and strangers', async () => {
    const { thread } = await openThread(test, free, ana);
    const elsewhere = await openThread(test, free, ana);
    const attempt = async (body: object, author = boris, where = thread) =>
      (
        await author.api.try('POST /api/dyads/:dyad/threads/:thread/posts', {
          params: { ...here(), thread: where },
          body: { text: 'Добро', language: 'mk', ...body },
        })
      ).problem.code;
    expect(await attempt({ language: 'de' })).toBe('post.language_not_spoken_here');
    expect(await attempt({ replyTo: elsewhere.post })).toBe('post.not_found');
    expect(await attempt({ text: `${'> '.repeat(30)}дълбоко` })).toBe('post.text_unreadable');
    expect(await attempt({}, boris, randomUUID())).toBe('request.not_found');
    expect(await attempt({}, stranger)).toBe('access.denied');
    expect(await attempt({ side: 'a' })).toBe('request.invalid');
    expect(await postsOf(ana, thread)).toHaveLength(1);
  });

  it('MOD-24: in a graduated topic the first three approved posts wait, per member and dyad, whatever becomes of them', async () => {
    const topic = await openTopic(test, dyad, 'railway', 'graduated');
    const { thread } = await openThread(test, topic, ana);
    const newcomer = await member(test, dyad, { side: 'b' });
    for (const number of [1, 2, 3]) {
      const { id, state } = await write(newcomer, dyad, thread, `Пост ${number}`);
      expect(state).toBe('pending');
      await approve(id);
      if (number === 1)
        await newcomer.api.call('DELETE /api/dyads/:dyad/posts/:post', { params: { ...here(), post: id } });
    }
    expect((await write(newcomer, dyad, thread, 'Пост 4')).state).toBe('live');
    expect((await write(ana, dyad, thread, 'Моят първи')).state).toBe('pending');
  });
});

async function approve(post: string): Promise<void> {
  const { items } = await moderator.api.call('GET /api/dyads/:dyad/desk', { params: here(), query: { limit: 50 } });
  const item = items.find((one) => one.content === post);
  await moderator.api.call('POST /api/dyads/:dyad/desk/:item/approval', {
    params: { ...here(), item: item?.id ?? '' },
    body: { version: item?.version ?? 0 },
  });
}

describe('GET /api/dyads/:dyad/threads/:thread', () => {
  it('pages to both sides of a post, in one order', async () => {
    const { thread, post } = await openThread(test, free, ana);
    const ids = [post];
    for (let number = 1; number <= 6; number += 1)
      ids.push((await write(number % 2 ? boris : ana, dyad, thread, `№ ${number}`)).id);
    const page = async (query: object) => {
      const view = await ana.api.call('GET /api/dyads/:dyad/threads/:thread', {
        params: { ...here(), thread },
        query: { limit: 3, ...query },
      });
      return { ids: view.posts.map((one) => one.id), earlier: view.hasEarlier, later: view.hasLater };
    };
    expect(await page({})).toEqual({ ids: ids.slice(4), earlier: true, later: false });
    expect(await page({ before: ids[4] })).toEqual({ ids: ids.slice(1, 4), earlier: true, later: true });
    expect(await page({ before: ids[1] })).toEqual({ ids: ids.slice(0, 1), earlier: false, later: true });
    expect(await page({ after: ids[1] })).toEqual({ ids: ids.slice(2, 5), earlier: true, later: true });
    expect(await page({ after: ids[4] })).toEqual({ ids: ids.slice(5), earlier: true, later: false });
    expect(await page({ around: ids[3] })).toEqual({ ids: ids.slice(1, 6), earlier: true, later: true });
    expect(await page({ around: ids[0] })).toEqual({ ids: ids.slice(0, 3), earlier: false, later: true });
    expect(await page({ around: ids[6] })).toEqual({ ids: ids.slice(4), earlier: true, later: false });
  });

  it('opens around no post that is elsewhere, waits, or is not there', async () => {
    const { thread } = await openThread(test, free, ana);
    const elsewhere = await openThread(test, free, ana);
    const quiet = await openThread(test, guarded, ana);
    const waiting = await write(boris, dyad, quiet.thread, 'Чека');
    const around = async (where: string, post: string) =>
      (
        await ana.api.try('GET /api/dyads/:dyad/threads/:thread', {
          params: { ...here(), thread: where },
          query: { around: post },
        })
      ).problem.code;
    expect(await around(thread, elsewhere.post)).toBe('post.not_found');
    expect(await around(quiet.thread, waiting.id)).toBe('post.not_found');
    expect(await around(thread, randomUUID())).toBe('post.not_found');
  });
});

describe('the number of queries', () => {
  it('is the same for a page of one post and of twenty', async () => {
    const { thread } = await openThread(test, free, ana);
    for (let number = 0; number < 20; number += 1) await write(number % 2 ? boris : ana, dyad, thread, `№ ${number}`);
    await translated(test);
    await test.settled();
    const spy = vi.spyOn(Tx.prototype, 'query');
    const counts: number[] = [];
    // Who asks is known from the moment before, so that only the page is counted: that moment lasts, on a slow machine, too.
    vi.useFakeTimers({ toFake: ['Date'] });
    for (const limit of [1, 20]) {
      await ana.api.call('GET /api/dyads/:dyad/topics', { params: here() });
      spy.mockClear();
      const { posts } = await ana.api.call('GET /api/dyads/:dyad/threads/:thread', {
        params: { ...here(), thread },
        query: { limit },
      });
      expect(posts).toHaveLength(limit);
      const ofPage = spy.mock.calls.filter(
        // Workers of the same process look for work meanwhile; they are known by how they take it.
        ([sql]) => /thread|post|translation|member|topic/.test(sql) && !/skip locked/.test(sql),
      );
      counts.push(ofPage.length);
    }
    vi.useRealTimers();
    spy.mockRestore();
    expect(counts[1]).toBe(counts[0]);
    expect(counts[0]).toBeLessThanOrEqual(6);
  });
});

describe('PUT and DELETE /api/dyads/:dyad/posts/:post', () => {
  const revise = (author: TestMember, post: string, text: string, revision: number) =>
    author.api.try('PUT /api/dyads/:dyad/posts/:post', {
      params: { ...here(), post },
      body: { text, language: author.side === 'b' ? 'mk' : 'bg', revision },
    });

  it('revises a live post at once where posts go live, with its history', async () => {
    const { thread } = await openThread(test, free, ana);
    const { id } = await write(boris, dyad, thread, 'Прва верзија');
    expect((await revise(boris, id, 'Втора верзија', 1)).answer).toMatchObject({ state: 'live', revision: 2 });
    expect((await revise(boris, id, 'Трета', 1)).problem.code).toBe('post.revision_outdated');
    expect((await revise(ana, id, 'Чужда', 2)).problem.code).toBe('access.not_author');
    const view = await ana.api.call('GET /api/dyads/:dyad/posts/:post', { params: { ...here(), post: id } });
    expect(view).toMatchObject({ revision: 2, body: [{ inlines: [{ text: 'Втора верзија' }] }] });
    const { revisions } = await ana.api.call('GET /api/dyads/:dyad/posts/:post/revisions', {
      params: { ...here(), post: id },
    });
    expect(revisions.map((one) => one.revision)).toEqual([2, 1]);
  });

  it('makes no revision of what is saved as it was, and leaves its translations as they are', async () => {
    const { thread } = await openThread(test, free, ana);
    const { id } = await write(boris, dyad, thread, 'Истите зборови');
    await translated(test);
    const read = () => ana.api.call('GET /api/dyads/:dyad/posts/:post', { params: { ...here(), post: id } });
    const before = await read();
    expect(before.translations).toHaveLength(1);
    expect((await revise(boris, id, '  Истите зборови\n', 1)).answer).toMatchObject({ state: 'live', revision: 1 });
    expect(await read()).toEqual(before);
    const inBulgarian = { text: 'Истите зборови', language: 'bg', revision: 1 };
    const route = 'PUT /api/dyads/:dyad/posts/:post';
    const other = await boris.api.try(route, { params: { ...here(), post: id }, body: inBulgarian });
    expect(other.answer).toMatchObject({ state: 'live', revision: 2 });
  });

  it('takes what waits for a moderator and is saved as it was for what it was', async () => {
    const { thread } = await openThread(test, guarded, ana);
    const { id } = await write(boris, dyad, thread, 'Чека');
    expect((await revise(boris, id, 'Чека', 1)).answer).toMatchObject({ state: 'pending', revision: 1 });
  });

  it('keeps the old revision shown while a new one waits, and never shows one that was not approved', async () => {
    const { thread } = await openThread(test, guarded, ana);
    const { id } = await write(boris, dyad, thread, 'Одобрена');
    await approve(id);
    expect((await revise(boris, id, 'НЕОДОБРЕНА', 1)).answer).toMatchObject({ state: 'pending', revision: 2 });
    expect(JSON.stringify(await postsOf(ana, thread))).not.toContain('НЕОДОБРЕНА');
    expect((await revise(boris, id, 'Поправена', 2)).answer).toMatchObject({ state: 'pending', revision: 3 });
    await approve(id);
    const { revisions } = await ana.api.call('GET /api/dyads/:dyad/posts/:post/revisions', {
      params: { ...here(), post: id },
    });
    expect(revisions.map((one) => one.revision)).toEqual([3, 1]);
    expect(JSON.stringify(revisions)).not.toContain('НЕОДОБРЕНА');
  });

  it('TRAP-15: takes a post back: its place stays, its words and translations go from everywhere', async () => {
    const { thread } = await openThread(test, free, ana);
    const { id } = await write(boris, dyad, thread, 'ПОВЛЕЧЕНО @Ана');
    await translated(test);
    expect(
      (await ana.api.try('DELETE /api/dyads/:dyad/posts/:post', { params: { ...here(), post: id } })).problem.code,
    ).toBe('access.not_author');
    await boris.api.call('DELETE /api/dyads/:dyad/posts/:post', { params: { ...here(), post: id } });
    expect((await postsOf(ana, thread)).at(-1)).toMatchObject({ id, state: 'withdrawn', body: null, translations: [] });
    const again = await boris.api.try('DELETE /api/dyads/:dyad/posts/:post', { params: { ...here(), post: id } });
    expect(again.problem.code).toBe('post.state_conflict');
    for (const table of [
      'post_text',
      'translation',
      'translation_job',
      'translation_cache',
      'signal',
      'fact',
      'post',
      'mention',
      'idempotency_key',
    ]) {
      const rows = await test.database.query<{ row: unknown }>(`select to_jsonb(t) as row from ${table} t`);
      expect(`${table}: ${JSON.stringify(rows)}`).not.toContain('ПОВЛЕЧЕНО');
    }
    const gone = await ana.api.try('GET /api/dyads/:dyad/posts/:post/revisions', { params: { ...here(), post: id } });
    expect(gone.status).toBe(404);
  });
});

describe('ids of another dyad', () => {
  it('lead nowhere, also for a member who asks in the name of their own dyad', async () => {
    const { thread, post } = await openThread(test, free, ana);
    const elsewhere = { dyad: 'valley' };
    const replies = [
      await stranger.api.try('GET /api/dyads/:dyad/threads/:thread', { params: { ...elsewhere, thread }, query: {} }),
      await stranger.api.try('GET /api/dyads/:dyad/posts/:post', { params: { ...elsewhere, post } }),
      await stranger.api.try('GET /api/dyads/:dyad/posts/:post/revisions', { params: { ...elsewhere, post } }),
      await stranger.api.try('DELETE /api/dyads/:dyad/posts/:post', { params: { ...elsewhere, post } }),
      await stranger.api.try('PUT /api/dyads/:dyad/posts/:post', {
        params: { ...elsewhere, post },
        body: { text: 'Чуждо', language: 'bg', revision: 1 },
      }),
      await stranger.api.try('POST /api/dyads/:dyad/threads/:thread/posts', {
        params: { ...elsewhere, thread },
        body: { text: 'Чуждо', language: 'bg' },
      }),
      await stranger.api.try('POST /api/dyads/:dyad/posts/:post/translation-requests', {
        params: { ...elsewhere, post },
        body: { language: 'mk' },
      }),
    ];
    expect(replies.map((reply) => reply.status)).toEqual(replies.map(() => 404));
  });
});

describe('GET /api/dyads/:dyad/posts/mine', () => {
  it('says how many are ahead and how long it usually takes, to the author alone', async () => {
    const { thread } = await openThread(test, guarded, ana);
    const first = await write(boris, dyad, thread, 'Прв');
    const second = await write(boris, dyad, thread, 'Втор');
    const { posts } = await boris.api.call('GET /api/dyads/:dyad/posts/mine', { params: here() });
    const own = (id: string) => posts.find((one) => one.id === id);
    expect(own(second.id)?.ahead).toBe((own(first.id)?.ahead ?? -2) + 1);
    expect(own(first.id)).toMatchObject({ state: 'pending', source: 'Прв', usualMinutes: 1, reason: null });
    const others = await ana.api.call('GET /api/dyads/:dyad/posts/mine', { params: here() });
    expect(others.posts.map((one) => one.id)).not.toContain(first.id);
  });
});

describe('POST /api/dyads/:dyad/preview', () => {
  it('shows what it will look like, and hints at its language', async () => {
    const preview = await ana.api.call('POST /api/dyads/:dyad/preview', {
      params: here(),
      body: { text: 'Ќе ја видиме реката заедно.', language: 'bg' },
    });
    expect(preview).toMatchObject({ looksLike: 'mk' });
    expect(preview.body[0]).toMatchObject({ type: 'paragraph' });
  });
});

describe('topic.change_mode', () => {
  it('MOD-22: changes for both sides at once, by a key of each; a frozen topic takes nothing from anybody', async () => {
    const topic = await openTopic(test, dyad, 'museum', 'post');
    const { thread } = await openThread(test, topic, ana);
    const key = randomUUID();
    const before = await write(boris, dyad, thread, 'Пред замрзнувањето', key);
    const act = await steward.api.call('POST /api/dyads/:dyad/joint-acts', {
      params: here(),
      body: {
        kind: 'topic.change_mode',
        details: { topic: 'museum', mode: 'frozen' },
        reason: 'Нека се смирим за един ден.',
      },
    });
    await secondSteward.api.call('POST /api/dyads/:dyad/joint-acts/:act/answer', {
      params: { ...here(), act: act.id },
      body: { answer: 'agree' },
    });
    for (const author of [ana, boris]) {
      const reply = await author.api.try('POST /api/dyads/:dyad/threads/:thread/posts', {
        params: { ...here(), thread },
        body: { text: 'Уште', language: 'mk' },
      });
      expect(reply.problem.code).toBe('topic.frozen');
    }
    // What was acknowledged before stays acknowledged: the repeated request gets its first answer.
    expect(await write(boris, dyad, thread, 'Пред замрзнувањето', key)).toEqual(before);
    const columns = await test.database.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'topic'`,
    );
    expect(columns.map((column) => column.name).filter((name) => name.includes('side') || /_[ab]$/.test(name))).toEqual(
      [],
    );
  });
});

describe('the database', () => {
  it('holds revisions that the application cannot rewrite', async () => {
    for (const sql of [
      'update post_revision set number = 9',
      'delete from post_revision',
      'delete from post_shown',
      `update post_text set source = 'x'`,
      'update moderation_event set type = type',
    ]) {
      await expect(asApplication(sql)).rejects.toMatchObject({ code: '42501' });
    }
  });
});

async function asApplication(sql: string): Promise<void> {
  await test.database.query('begin');
  try {
    await test.database.query('set local role entente_app');
    await test.database.query(sql);
  } finally {
    await test.database.query('rollback');
  }
}
