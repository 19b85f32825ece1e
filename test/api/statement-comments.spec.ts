import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommentAnchor } from '../../shared/statements/comment.schema.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { anchorOf, draft, runOf, wordsOf, type TestStatement } from '../support/comments.js';
import { edit } from '../support/documents.js';
import { write } from '../support/forum.js';
import { connect, until } from '../support/live.js';

let test: TestApp;
let dyad: TestDyad;
let ofA: TestMember;
let ofB: TestMember;
let citizen: TestMember;
let stranger: TestMember;
let evaluator: TestMember;
let moderator: TestMember;
beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  ofA = await member(test, dyad, { side: 'a', roles: ['citizen', 'drafter'] });
  ofB = await member(test, dyad, { side: 'b', roles: ['citizen', 'drafter'] });
  citizen = await member(test, dyad, { side: 'b' });
  stranger = await member(test, dyad, { side: 'a' });
  evaluator = await member(test, dyad, { side: 'neutral', roles: ['evaluator'] });
  moderator = await member(test, dyad, { side: 'a', roles: ['citizen', 'moderator'] });
});
afterAll(() => test.close());

const at = (statement: string) => ({ params: { dyad: dyad.slug, statement } });

const comment = (who: TestMember, { id, clause }: TestStatement, about: CommentAnchor, text = 'Чија река?') =>
  who.api.try('POST /api/dyads/:dyad/statements/:statement/clauses/:clause/threads', {
    params: { dyad: dyad.slug, statement: id, clause },
    body: { about, text, language: 'mk' },
  });

const threadsOf = async (who: TestMember, { id }: TestStatement) =>
  (await who.api.call('GET /api/dyads/:dyad/statements/:statement/threads', at(id))).threads;

const resolve = (who: TestMember, { id }: TestStatement, thread: string, resolved: boolean) =>
  who.api.try('PUT /api/dyads/:dyad/statements/:statement/threads/:thread/resolution', {
    params: { dyad: dyad.slug, statement: id, thread },
    body: { resolved },
  });

/** The one thing of this thread that waits on the desk. */
async function waiting(thread: string) {
  const { items } = await moderator.api.call('GET /api/dyads/:dyad/desk', { params: { dyad: dyad.slug }, query: {} });
  const item = items.find((one) => one.thread === thread);
  if (!item) throw new Error('nothing of the thread waits');
  return item;
}

const approve = async (thread: string) => {
  const { id: item, version } = await waiting(thread);
  return moderator.api.call('POST /api/dyads/:dyad/desk/:item/approval', {
    params: { dyad: dyad.slug, item },
    body: { version },
  });
};

/** A thread that a moderator has published. */
async function shown(who: TestMember, statement: TestStatement, words = 'Реката') {
  const about = await wordsOf(test, who, statement, 'a', words);
  const { answer } = await comment(who, statement, about);
  await approve(answer.thread);
  return answer;
}

describe('a comment on words of a clause', () => {
  it('waits for a moderator, seen by its author alone, and is then before all readers with the words it is about', async () => {
    const statement = await draft(test, dyad, ofA);
    const about = await wordsOf(test, citizen, statement, 'b', 'заедничка');
    const { status, answer } = await comment(citizen, statement, about);
    expect([status, answer.state]).toEqual([201, 'pending']);
    expect(await threadsOf(citizen, statement)).toMatchObject([
      { thread: answer.thread, quote: 'заедничка', state: 'waiting', ...about },
    ]);
    expect(await threadsOf(ofA, statement)).toEqual([]);
    const item = await waiting(answer.thread);
    expect(item).toMatchObject({ threadTitle: 'заедничка', language: 'mk' });
    await approve(answer.thread);
    expect(await threadsOf(ofA, statement)).toMatchObject([
      { quote: 'заедничка', state: 'open', posts: 1, clause: statement.clause, author: { id: citizen.id } },
    ]);
    const page = await ofA.api.call('GET /api/dyads/:dyad/threads/:thread', {
      params: { dyad: dyad.slug, thread: answer.thread },
      query: {},
    });
    expect(page.topic.place).toEqual({ kind: 'statement', id: statement.id });
  });

  it('stays with its words while others write around them', async () => {
    const statement = await draft(test, dyad, ofA);
    const editor = edit(test, ofA, statement.id);
    await editor.synced();
    const about = anchorOf(editor.doc, statement.clause, 'a', 'обща');
    runOf(editor.doc, statement.clause, 'a').insert(0, 'Знаем, че ');
    await until(() => editor.saved.count >= 2);
    expect((await comment(citizen, statement, about)).status).toBe(201);
    expect(await threadsOf(citizen, statement)).toMatchObject([{ quote: 'обща' }]);
    editor.close();
  });

  it('is refused where there are no such words, whatever a client says', async () => {
    const statement = await draft(test, dyad, ofA);
    const other = await draft(test, dyad, ofA);
    const about = await wordsOf(test, citizen, statement, 'a', 'Реката');
    const foreign = await wordsOf(test, citizen, other, 'a', 'Реката');
    const wrong = [
      { ...about, side: 'b' as const },
      { ...about, start: about.end, end: about.start },
      { ...about, start: foreign.start },
      // The name of a root that nobody made; a position of nothing; letters that are none.
      { ...about, start: Buffer.from([1, 3, 97, 98, 99, 0]).toString('base64url') },
      { ...about, end: 'AA' },
      { ...about, end: '____________' },
    ];
    for (const one of wrong) expect((await comment(citizen, statement, one)).problem.code).toBe('comment.words_gone');
    const long = await comment(citizen, statement, { ...about, start: 'A'.repeat(65) });
    expect(long.problem.code).toBe('request.invalid');
  });

  it('is made once by a repeated call, and by nobody who may only read', async () => {
    const statement = await draft(test, dyad, ofA);
    const about = await wordsOf(test, citizen, statement, 'a', 'Реката');
    const call = (key: string) =>
      citizen.api.call(
        'POST /api/dyads/:dyad/statements/:statement/clauses/:clause/threads',
        {
          params: { ...at(statement.id).params, clause: statement.clause },
          body: { about, text: 'Да.', language: 'bg' },
        },
        { key },
      );
    expect(await call('9d0e4c6a-0000-4000-8000-000000000001')).toEqual(
      await call('9d0e4c6a-0000-4000-8000-000000000001'),
    );
    expect(await threadsOf(citizen, statement)).toHaveLength(1);
    expect((await comment(evaluator, statement, about)).problem.code).toBe('access.denied');
  });

  it('is settled and opened again by a drafter of either side or by its author, and by nobody else', async () => {
    const statement = await draft(test, dyad, ofA);
    const { thread } = await shown(citizen, statement);
    expect((await resolve(stranger, statement, thread, true)).problem.code).toBe('access.not_author');
    for (const who of [ofA, ofB, citizen]) {
      expect((await resolve(who, statement, thread, true)).status).toBe(204);
      expect(await threadsOf(stranger, statement)).toMatchObject([
        { state: 'resolved', resolved: { by: { id: who.id } } },
      ]);
      const reply = await stranger.api.try('POST /api/dyads/:dyad/threads/:thread/posts', {
        params: { dyad: dyad.slug, thread },
        body: { text: 'Още нещо.', language: 'bg' },
      });
      expect(reply.problem.code).toBe('thread.closed');
      expect((await resolve(who, statement, thread, false)).status).toBe(204);
    }
    expect(await threadsOf(stranger, statement)).toMatchObject([{ state: 'open', resolved: null }]);
    const other = await draft(test, dyad, ofA);
    expect((await resolve(ofA, other, thread, true)).problem.code).toBe('request.not_found');
  });

  it('can be held and released on the desk as any post', async () => {
    const statement = await draft(test, dyad, ofA);
    const { thread, post } = await shown(citizen, statement);
    await moderator.api.call('POST /api/dyads/:dyad/posts/:post/hold', {
      params: { dyad: dyad.slug, post },
      body: { reason: 'OFFTOPIC', note: 'Please see the topic.' },
    });
    const read = () =>
      ofA.api.call('GET /api/dyads/:dyad/threads/:thread', { params: { dyad: dyad.slug, thread }, query: {} });
    expect((await read()).posts).toMatchObject([{ state: 'held', body: null }]);
  });
});

describe('threads of a statement', () => {
  it('are in no list of the forum, and their topic has no page', async () => {
    const statement = await draft(test, dyad, ofA);
    await shown(citizen, statement);
    const params = { dyad: dyad.slug };
    const { topics } = await citizen.api.call('GET /api/dyads/:dyad/topics', { params });
    const { threads } = await citizen.api.call('GET /api/dyads/:dyad/threads', { params, query: {} });
    expect([topics, threads]).toEqual([[], []]);
    const topic = `s-${statement.id.replaceAll('-', '')}`;
    const page = await citizen.api.try('GET /api/dyads/:dyad/topics/:topic', {
      params: { ...params, topic },
      query: {},
    });
    const opened = await citizen.api.try('POST /api/dyads/:dyad/topics/:topic/threads', {
      params: { ...params, topic },
      body: { title: 'Без думи', text: 'Без думи.', language: 'bg' },
    });
    expect([page.problem.code, opened.problem.code]).toEqual(['request.not_found', 'request.not_found']);
  });

  it('have a mode that stewards of both sides change together, without the title in the public record', async () => {
    const statement = await draft(test, dyad, ofA, 'drafters');
    const [one, other] = [
      await member(test, dyad, { side: 'a', roles: ['steward'] }),
      await member(test, dyad, { side: 'b', roles: ['steward'] }),
    ];
    const params = { dyad: dyad.slug };
    const { topics } = await one.api.call('GET /api/dyads/:dyad/statement-topics', { params });
    const topic = topics.find(({ place }) => place?.id === statement.id)?.slug ?? '';
    const { id: act } = await one.api.call('POST /api/dyads/:dyad/joint-acts', {
      params,
      body: { kind: 'topic.change_mode', details: { topic, mode: 'post' }, reason: 'we know each other well' },
    });
    await other.api.call('POST /api/dyads/:dyad/joint-acts/:act/answer', {
      params: { ...params, act },
      body: { answer: 'agree' },
    });
    const about = await wordsOf(test, ofB, statement, 'a', 'Реката');
    expect((await comment(ofB, statement, about)).answer.state).toBe('live');
    await test.settled();
    const { entries } = await test.visitor().call('GET /api/dyads/:dyad/record', { params, query: {} });
    expect(entries[0]).toMatchObject({ kind: 'comments.mode_changed', about: { mode: 'post' } });
    expect(JSON.stringify(entries)).not.toContain('реката');
  });
});

describe('comments on a draft for drafters', () => {
  /** Every way to a thread and a post, tried by somebody. */
  const ways = (who: TestMember, thread: string, post: string, topic: string) => {
    const params = { dyad: dyad.slug };
    const stream = `topic:${topic}`;
    return {
      thread: who.api.try('GET /api/dyads/:dyad/threads/:thread', { params: { ...params, thread }, query: {} }),
      post: who.api.try('GET /api/dyads/:dyad/posts/:post', { params: { ...params, post } }),
      history: who.api.try('GET /api/dyads/:dyad/posts/:post/revisions', { params: { ...params, post } }),
      signals: who.api.try('GET /api/dyads/:dyad/streams/:stream/signals', {
        params: { ...params, stream },
        query: { after: 0 },
      }),
      ask: who.api.try('POST /api/dyads/:dyad/posts/:post/translation-requests', {
        params: { ...params, post },
        body: { language: 'en' },
      }),
      report: who.api.try('POST /api/dyads/:dyad/reports/:kind/:content', {
        params: { ...params, kind: 'post', content: post },
        body: { reason: 'OFFTOPIC' },
      }),
      write: who.api.try('POST /api/dyads/:dyad/threads/:thread/posts', {
        params: { ...params, thread },
        body: { text: 'И аз.', language: 'bg' },
      }),
    };
  };

  it('are reached by those who may read it, by every way, and by nobody else', async () => {
    const statement = await draft(test, dyad, ofA, 'drafters');
    const { thread, post } = await shown(ofB, statement);
    const { topic } = await ofA.api.call('GET /api/dyads/:dyad/statements/:statement/threads', at(statement.id));
    const inside = ways(ofA, thread, post, topic);
    const written = ['write', 'report'];
    for (const name of ['thread', 'post', 'history', 'signals', 'report', 'write'] as const)
      expect([name, (await inside[name]).status]).toEqual([name, written.includes(name) ? 201 : 200]);
    expect((await inside.ask).problem.code).not.toBe('post.not_found');
    for (const who of [citizen, stranger, moderator]) {
      const tried = Object.entries(ways(who, thread, post, topic));
      for (const [name, reply] of tried)
        expect([name, [403, 404].includes((await reply).status)]).toEqual([name, true]);
      const list = await who.api.try('GET /api/dyads/:dyad/statements/:statement/threads', at(statement.id));
      expect(list.status).toBe(404);
      const live = await connect(test, who);
      expect((await live.follow(dyad.slug, `topic:${topic}`)).failure?.code).toBe('access.denied');
      expect((await live.send('typing.show', { dyad: dyad.slug, stream: `topic:${topic}` })).failure).toBeDefined();
      live.close();
    }
  });

  it('are decided by the moderators of the desk, who see them there with what stands around', async () => {
    const statement = await draft(test, dyad, ofA, 'drafters');
    const { thread } = await shown(ofB, statement);
    await write(ofA, dyad, thread, 'И нашата.');
    const item = await waiting(thread);
    const around = await moderator.api.call('GET /api/dyads/:dyad/desk/:item/context', {
      params: { dyad: dyad.slug, item: item.id },
    });
    expect(around.thread).toHaveLength(1);
    await approve(thread);
    // Elsewhere, what they said among drafters does not stand beside what they say to all.
    const open = await draft(test, dyad, ofA);
    const about = await wordsOf(test, ofB, open, 'a', 'Реката');
    const { answer } = await comment(ofB, open, about);
    const elsewhere = await moderator.api.call('GET /api/dyads/:dyad/desk/:item/context', {
      params: { dyad: dyad.slug, item: (await waiting(answer.thread)).id },
    });
    expect(elsewhere.byAuthor).toEqual([]);
  });

  it('stay their author’s to see and to take back, and not to change, after the right to read has ended', async () => {
    const statement = await draft(test, dyad, ofA);
    const about = await wordsOf(test, citizen, statement, 'a', 'Реката');
    const { answer } = await comment(citizen, statement, about);
    const params = { dyad: dyad.slug };
    await ofA.api.call('POST /api/dyads/:dyad/statements/:statement/visibility', {
      ...at(statement.id),
      body: { visibility: 'drafters' },
    });
    const { posts } = await citizen.api.call('GET /api/dyads/:dyad/posts/mine', { params });
    expect(posts.find(({ id }) => id === answer.post)?.place).toEqual({ kind: 'statement', id: statement.id });
    const post = { params: { ...params, post: answer.post } };
    const revised = await citizen.api.try('PUT /api/dyads/:dyad/posts/:post', {
      ...post,
      body: { text: 'Друго.', language: 'bg', revision: 1 },
    });
    expect(revised.problem.code).toBe('request.not_found');
    expect((await citizen.api.try('DELETE /api/dyads/:dyad/posts/:post', post)).status).toBe(204);
  });
});
