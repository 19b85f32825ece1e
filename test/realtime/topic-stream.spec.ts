import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Signal } from '../../shared/contract/signals.js';
import type { PostView } from '../../shared/forums/post.schema.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { openThread, openTopic, translated, write, type TestTopic } from '../support/forum.js';
import { connect, pause, until, type Live } from '../support/live.js';

let test: TestApp;
let dyad: TestDyad;
let ana: TestMember;
let boris: TestMember;
let moderator: TestMember;
let stranger: TestMember;
let free: TestTopic;
const open: Live[] = [];

beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  ana = await member(test, dyad, { side: 'a' });
  boris = await member(test, dyad, { side: 'b' });
  moderator = await member(test, dyad, { side: 'a', roles: ['moderator'] });
  stranger = await member(test, await foundDyad(test, 'valley'));
  free = await openTopic(test, dyad, 'water', 'post');
});
afterAll(async () => {
  for (const live of open) live.close();
  await test.close();
});

async function live(who: TestMember, transports?: readonly string[]): Promise<Live> {
  const connection = await connect(test, who, transports);
  open.push(connection);
  return connection;
}

async function streamOf(slug: string): Promise<string> {
  const { topic } = await ana.api.call('GET /api/dyads/:dyad/topics/:topic', {
    params: { dyad: dyad.slug, topic: slug },
    query: {},
  });
  return `topic:${topic.id}`;
}

const since = async (reader: TestMember, stream: string, after: number) => {
  const all: Signal[] = [];
  for (let from = after; ;) {
    const page = await reader.api.call('GET /api/dyads/:dyad/streams/:stream/signals', {
      params: { dyad: dyad.slug, stream },
      query: { after: from },
    });
    all.push(...page.signals);
    from = all.at(-1)?.seq ?? from;
    if (page.signals.length === 0 || from >= page.newest) return all;
  }
};

describe("a topic's stream", () => {
  it('REL-03: tells all followers the same signals in the same order, without a gap', async () => {
    const { thread } = await openThread(test, free, ana);
    await translated(test);
    const stream = await streamOf('water');
    const readers = [await live(ana), await live(boris), await live(moderator, ['polling'])];
    const answers = await Promise.all(readers.map((reader) => reader.follow(dyad.slug, stream)));
    const from = Math.min(...answers.map((answer) => answer.newest ?? 0));
    const texts = Array.from({ length: 24 }, (_, number) => `пост ${number}`);
    const written = await Promise.all(texts.map((text, number) => write(number % 2 ? ana : boris, dyad, thread, text)));
    await translated(test);
    const recorded = await since(ana, stream, from);
    const newest = recorded.at(-1)?.seq ?? 0;
    await until(() => readers.every((reader) => (reader.signals.at(-1)?.seq ?? 0) >= newest));
    expect(recorded.map((one) => one.seq)).toEqual(recorded.map((_, index) => from + 1 + index));
    for (const reader of readers) {
      const seen = reader.signals.filter((one) => one.stream === stream && one.seq > from);
      expect(seen.map((one) => [one.seq, one.kind, one.about])).toEqual(
        recorded.map((one) => [one.seq, one.kind, one.about]),
      );
    }
    const page = await boris.api.call('GET /api/dyads/:dyad/threads/:thread', {
      params: { dyad: dyad.slug, thread },
      query: { limit: 100 },
    });
    const published = recorded.filter((one) => one.kind === 'post.published').map((one) => one.about['post']);
    expect(page.posts.map((post) => post.id).filter((id) => published.includes(id))).toEqual(published);
    expect(published.toSorted()).toEqual(written.map((one) => one.id).toSorted());
  });

  it('REL-03: is heard by whoever leaves it and comes back at once, as from one list of a page to the next', async () => {
    const { thread } = await openThread(test, free, ana);
    const stream = await streamOf('water');
    const reader = await live(boris);
    await reader.follow(dyad.slug, stream);
    for (let round = 0; round < 20; round += 1) {
      const left = reader.send('stream.leave', { dyad: dyad.slug, stream });
      const { newest = 0 } = await reader.follow(dyad.slug, stream);
      await left;
      await write(ana, dyad, thread, `отново ${round}`);
      await until(() => reader.signals.some(({ seq }) => seq > newest));
    }
  });

  it('REL-04: fills a gap of an hour and more than 10,000 signals, while others go on writing', async () => {
    const { thread, post } = await openThread(test, await openTopic(test, dyad, 'week', 'post'), ana);
    const stream = await streamOf('week');
    await translated(test);
    const before = (await since(ana, stream, 0)).length;
    await test.database.query(
      `with head as (update stream_head set seq = seq + 10500 where stream = $1 returning seq)
       insert into signal (stream, seq, dyad_id, kind, about, recorded_at, told_at)
       select $1, head.seq - 10500 + n, $2, 'post.changed', $3, now() - interval '1 hour', now()
       from head, generate_series(1, 10500) n`,
      [stream, dyad.id, JSON.stringify({ thread, post })],
    );
    const writing = Promise.all(Array.from({ length: 10 }, (_, at) => write(ana, dyad, thread, `докато чете ${at}`)));
    const missed = await since(boris, stream, before);
    await writing;
    const all = [...missed, ...(await since(boris, stream, missed.at(-1)?.seq ?? 0))];
    expect(all.length).toBeGreaterThanOrEqual(10_510);
    expect(all.map((one) => one.seq)).toEqual(all.map((_, index) => before + 1 + index));
    expect(all.filter((one) => one.kind === 'post.published')).toHaveLength(10);
  });

  it('REL-04: a reader whose gap cannot be filled is told to read anew, and from where', async () => {
    const { thread } = await openThread(test, await openTopic(test, dyad, 'copy', 'post'), ana);
    for (const text of ['едно', 'две', 'три']) await write(ana, dyad, thread, text);
    await translated(test);
    const stream = await streamOf('copy');
    const newest = (await since(ana, stream, 0)).length;
    const ask = (after: number) =>
      boris.api.try('GET /api/dyads/:dyad/streams/:stream/signals', {
        params: { dyad: dyad.slug, stream },
        query: { after },
      });
    expect((await ask(newest)).status).toBe(200);
    // The database was brought back from a copy, and the reader knows of more than there is.
    const ahead = await ask(newest + 5);
    expect([ahead.status, ahead.problem.code, ahead.problem.params]).toEqual([410, 'stream.gap_lost', { newest }]);
    // What the reader asks for is not kept any more.
    await test.database.query(`delete from signal where stream = $1 and seq <= 2`, [stream]);
    expect((await ask(0)).problem.code).toBe('stream.gap_lost');
    expect((await ask(1)).problem.code).toBe('stream.gap_lost');
    expect((await ask(2)).answer.signals.map(({ seq }) => seq)).toEqual(
      Array.from({ length: newest - 2 }, (_, at) => at + 3),
    );
  });

  it('carries the view as it may be shown at the moment of telling', async () => {
    const { thread } = await openThread(test, free, ana);
    const stream = await streamOf('water');
    const { id } = await write(boris, dyad, thread, 'КАНАРЧЕ');
    await translated(test);
    const from = (await since(ana, stream, 0)).filter((one) => one.about['post'] === id);
    expect((from[0]?.view as PostView | undefined)?.body).toMatchObject([{ type: 'paragraph' }]);
    await boris.api.call('DELETE /api/dyads/:dyad/posts/:post', { params: { dyad: dyad.slug, post: id } });
    const again = (await since(ana, stream, 0)).filter((one) => one.about['post'] === id);
    expect(again.map((one) => (one.view as PostView).state)).toEqual(again.map(() => 'withdrawn'));
    expect(JSON.stringify(again)).not.toContain('КАНАРЧЕ');
  });

  it('MOD-23: says nothing of a post that waits, but to its author and the desks', async () => {
    const guarded = await openTopic(test, dyad, 'school', 'pre');
    const { thread } = await openThread(test, guarded, ana);
    const stream = await streamOf('school');
    const [reader, author, desk] = [await live(ana), await live(boris), await live(moderator)];
    await reader.follow(dyad.slug, stream);
    await author.follow(dyad.slug, `member:${boris.id}`);
    await desk.follow(dyad.slug, `desk:${dyad.id}`);
    await translated(test);
    await pause(100);
    reader.signals.length = 0;
    const { id } = await write(boris, dyad, thread, 'ЧЕКА КАНАРЧЕ');
    await translated(test);
    await until(() => desk.signals.some((one) => one.kind === 'desk.changed'));
    await pause(200);
    expect(reader.signals).toEqual([]);
    const { items } = await moderator.api.call('GET /api/dyads/:dyad/desk', { params: { dyad: dyad.slug }, query: {} });
    const [item] = items;
    await moderator.api.call('POST /api/dyads/:dyad/desk/:item/approval', {
      params: { dyad: dyad.slug, item: item?.id ?? '' },
      body: { version: item?.version ?? 0 },
    });
    await until(() => reader.signals.some((one) => one.kind === 'post.published' && one.about['post'] === id));
    await until(() => author.signals.some((one) => one.kind === 'own_post.changed' && one.about['post'] === id));
    expect((reader.signals[0]?.view as PostView | undefined)?.body).toMatchObject([{ type: 'paragraph' }]);
  });
});

describe('who may hear what', () => {
  it('refuses streams of others, of other dyads, of nothing, and the desk to citizens', async () => {
    const stream = await streamOf('water');
    const citizen = await live(ana);
    const foreign = await live(stranger);
    const refusal = async (who: Live, name: string, slug = dyad.slug) => (await who.follow(slug, name)).failure?.code;
    expect(await refusal(citizen, `desk:${dyad.id}`)).toBe('access.denied');
    expect(await refusal(citizen, `member:${boris.id}`)).toBe('access.denied');
    expect(await refusal(citizen, `topic:${randomUUID()}`)).toBe('access.denied');
    expect(await refusal(citizen, `nothing:${randomUUID()}`)).toBe('access.denied');
    expect(await refusal(foreign, stream)).toBe('access.denied');
    expect(await refusal(foreign, stream, 'valley')).toBe('access.denied');
    for (const rubbish of [null, 7, 'x', [], { dyad: 1 }, { dyad: dyad.slug, stream: 'topic:1', side: 'a' }]) {
      expect((await citizen.send('stream.follow', rubbish)).failure?.code).toBe('request.invalid');
    }
    expect((await refusal(citizen, stream)) ?? 'allowed').toBe('allowed');
  });

  it('refuses a connection without a session', async () => {
    const nobody: TestMember = { ...ana, api: test.visitor() };
    await expect(connect(test, nobody)).rejects.toThrow('session.needed');
  });

  it('SEC-30: a member whose session ended hears nothing more', async () => {
    const leaving = await member(test, dyad, { side: 'b' });
    const { thread } = await openThread(test, free, ana);
    const connection = await live(leaving);
    await connection.follow(dyad.slug, await streamOf('water'));
    await leaving.api.call('DELETE /api/session', {});
    await pause(1_000);
    connection.signals.length = 0;
    await write(boris, dyad, thread, 'Без тебе');
    await test.settled();
    await pause(200);
    expect(connection.signals).toEqual([]);
    expect(connection.socket.connected).toBe(false);
  });
});

describe('presence and typing', () => {
  it('tell how many, and that somebody writes; never who', async () => {
    const quiet = await openTopic(test, dyad, 'quiet', 'post');
    await openThread(test, quiet, ana);
    const stream = await streamOf('quiet');
    const [first, second, third] = [await live(ana), await live(ana), await live(boris)];
    for (const one of [first, second, third]) await one.follow(dyad.slug, stream);
    await until(() => first.told.some((one) => one.event === 'presence'));
    await until(
      () =>
        JSON.stringify(first.told.at(-1)) === JSON.stringify({ event: 'presence', about: { stream, following: 2 } }),
    );
    await third.send('typing.show', { dyad: dyad.slug, stream });
    await until(() => first.told.some((one) => one.event === 'typing'));
    expect(first.told.find((one) => one.event === 'typing')).toEqual({ event: 'typing', about: { stream } });
    expect(third.told.some((one) => one.event === 'typing')).toBe(false);
  });
});
