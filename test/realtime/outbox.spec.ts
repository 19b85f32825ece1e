import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Facts } from '../../server/platform/events/facts.js';
import { FactRelay } from '../../server/platform/events/fact-relay.js';
import { SignalRelay } from '../../server/platform/events/signal-relay.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { Forum } from '../../server/modules/forums/forum.port.js';
import { translationReady } from '../../server/modules/translation/translation.events.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { openThread, openTopic, translated, write, type TestTopic } from '../support/forum.js';
import { connect, pause, until } from '../support/live.js';

let database: TestDatabase;
let test: TestApp;
let dyad: TestDyad;
let ana: TestMember;
let topic: TestTopic;
let thread: string;
let stream: string;

beforeAll(async () => {
  database = await createDatabase();
  test = await startApp({}, database);
  dyad = await foundDyad(test, 'river');
  ana = await member(test, dyad);
  topic = await openTopic(test, dyad, 'water', 'post');
  thread = (await openThread(test, topic, ana)).thread;
  const page = await ana.api.call('GET /api/dyads/:dyad/topics/:topic', {
    params: { dyad: dyad.slug, topic: 'water' },
    query: {},
  });
  stream = `topic:${page.topic.id}`;
});
afterAll(async () => {
  await test.close();
  await database.drop();
});

describe('REL-05: what happened is told after the commit, and never lost', () => {
  it('tells nothing of what was rolled back', async () => {
    await translated(test);
    const live = await connect(test, ana);
    await live.follow(dyad.slug, stream);
    const writer = { dyadId: dyad.id, memberId: ana.id, side: ana.side };
    const failing = test.app.get(UnitOfWork).run({ dyadId: dyad.id }, async (tx) => {
      await test.app.get(Forum).write(tx, writer, { thread, text: 'НИКОГАШ', language: 'bg' });
      await pause(300);
      throw new Error('the power went off');
    });
    await expect(failing).rejects.toThrow('the power went off');
    await test.settled();
    await pause(200);
    expect(live.signals).toEqual([]);
    live.close();
  });

  it('tells after a restart what the process that committed it could not, once', async () => {
    await test.settled();
    // The process dies between commit and telling: its relays do nothing any more, the commit goes through.
    await test.app.get(SignalRelay).onModuleDestroy();
    await test.app.get(FactRelay).onModuleDestroy();
    const { id } = await write(ana, dyad, thread, 'Преди спирането');
    const untold = await database.query(`select 1 from signal where told_at is null and about->>'post' = $1`, [id]);
    expect(untold).toHaveLength(1);
    await test.close();
    test = await startApp({}, database);
    const returned = { ...ana, api: test.visitor() };
    returned.api.cookie = ana.api.cookie;
    ana = returned;
    const live = await connect(test, ana);
    await live.follow(dyad.slug, stream);
    await until(async () => (await database.query(`select 1 from signal where told_at is null`)).length === 0);
    const page = await ana.api.call('GET /api/dyads/:dyad/streams/:stream/signals', {
      params: { dyad: dyad.slug, stream },
      query: { after: 0 },
    });
    expect(page.signals.filter((one) => one.kind === 'post.published' && one.about['post'] === id)).toHaveLength(1);
    const { posts } = await ana.api.call('GET /api/dyads/:dyad/threads/:thread', {
      params: { dyad: dyad.slug, thread },
      query: {},
    });
    expect(posts.map((post) => post.id)).toContain(id);
    live.close();
  });

  it('delivers a fact to each reaction exactly once, however often it is offered', async () => {
    const { id } = await write(ana, dyad, thread, 'Еднаш');
    const [revision] = await database.query<{ id: string }>(`select id from post_revision where post_id = $1`, [id]);
    await test.app.get(UnitOfWork).run({ dyadId: dyad.id }, (tx) =>
      test.app.get(Facts).record(tx, dyad.id, translationReady, {
        ownerKind: 'post_revision',
        owner: revision?.id ?? '',
        language: 'mk',
      }),
    );
    await translated(test);
    const count = async () =>
      (await database.query(`select 1 from signal where kind = 'post.changed' and about->>'post' = $1`, [id])).length;
    const before = await count();
    await database.query(`update fact set delivered_at = null, next_attempt_at = now()`);
    await test.settled();
    expect(await count()).toBe(before);
  });
});

describe('MOD-12: a hold', () => {
  it('that ended while the server was down is over when it is back, and is noted once', async () => {
    const moderator = await member(test, dyad, { side: 'b', roles: ['moderator'] });
    const { id } = await write(ana, dyad, thread, 'Задържано');
    const params = { dyad: dyad.slug, post: id };
    await moderator.api.call('POST /api/dyads/:dyad/posts/:post/hold', {
      params,
      body: { reason: 'OFFTOPIC', note: '' },
    });
    await test.close();
    await database.query(
      `with item as (update moderation_item set held_until = now() - interval '1 minute' where content_id = $1 returning id, held_until)
       update moderation_deadline d set due_at = item.held_until from item where item.id = d.item_id and d.kind = 'hold'`,
      [id],
    );
    test = await startApp({}, database);
    const live = async () =>
      (await database.query(`select 1 from post where id = $1 and state = 'live'`, [id])).length === 1;
    await until(live);
    const ends = await database.query(
      `select 1 from moderation_event e join moderation_item i on i.id = e.item_id where i.content_id = $1 and e.type = 'expire'`,
      [id],
    );
    expect(ends).toHaveLength(1);
  });
});
