import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PostView } from '../../shared/forums/post.schema.js';
import { quotationOf } from '../../shared/forums/post.rules.js';
import type { DeskItem } from '../../shared/moderation/desk.schema.js';
import { Measures, type Decision } from '../../server/modules/moderation/decisions/measure.port.js';
import { ItemRepository } from '../../server/modules/moderation/items/item.repository.js';
import { ItemSteps } from '../../server/modules/moderation/items/item-steps.service.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { openThread, openTopic, translated, write } from '../support/forum.js';
import { connect, until, type Live } from '../support/live.js';
import { deskOf, moderatorsOf, proposalOf, type Draft, type TestDesk } from '../support/moderation.js';
import { everythingSeenBy, type Places } from '../support/seen.js';

let test: TestApp;
let dyad: TestDyad;
let desk: TestDesk;
let author: TestMember;
let quoter: TestMember;
let reader: TestMember;
let ofA: TestMember;
let ofB: TestMember;

beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  author = await member(test, dyad, { side: 'b' });
  quoter = await member(test, dyad, { side: 'a' });
  reader = await member(test, dyad, { side: 'a', roles: ['citizen', 'drafter'] });
  [ofA, ofB] = await moderatorsOf(test, dyad, ['a', 'b']);
  desk = deskOf(dyad);
  for (const slug of ['water', 'school']) await openTopic(test, dyad, slug, 'post');
});
afterAll(() => test.close());

const canaryWord = (): string => `канарче${randomUUID().slice(0, 8)}`;
const at = (post: string) => ({ params: { dyad: dyad.slug, post } });
const read = async (post: string, who = reader): Promise<PostView> =>
  who.api.call('GET /api/dyads/:dyad/posts/:post', at(post));

/** A post with a canary, its translation, and another post in another topic that quotes it. */
interface Spread {
  readonly canary: string;
  readonly post: string;
  readonly quoting: string;
  readonly places: Places;
  readonly card: DeskItem;
}

async function spread(): Promise<Spread> {
  const canary = canaryWord();
  const begun = await author.api.call('POST /api/dyads/:dyad/topics/:topic/threads', {
    params: { dyad: dyad.slug, topic: 'water' },
    body: { title: `${canary} наслов`, text: `Пред ${canary} зад. Остатокот е во ред.`, language: 'mk' },
  });
  const { thread } = await openThread(test, { dyad, slug: 'school' }, reader);
  const words = `Пред ${canary} зад.`;
  const quoting = await write(quoter, dyad, thread, `${quotationOf(begun.post, words)}Не се согласувам.`);
  await quoter.api.call('PUT /api/dyads/:dyad/posts/:post', {
    ...at(quoting.id),
    body: { text: `${quotationOf(begun.post, words)}Сепак не се согласувам.`, language: 'bg', revision: 1 },
  });
  await translated(test);
  const places = {
    topics: ['water', 'school'],
    threads: [begun.thread, thread],
    posts: [begun.post, quoting.id],
  };
  const [row] = await test.database.query<{ id: string }>(`select id from moderation_item where content_id = $1`, [
    begun.post,
  ]);
  const card = await desk.card(ofA, row?.id ?? '');
  return { canary, post: begun.post, quoting: quoting.id, places, card };
}

/** What a drafter finds to cite with a word. */
const found = async (words: string): Promise<number> =>
  (await reader.api.call('GET /api/dyads/:dyad/citable', { params: { dyad: dyad.slug }, query: { words } })).things
    .length;

async function decided(card: DeskItem, draft: Draft): Promise<DeskItem> {
  return (await desk.key(ofB, (await desk.propose(ofA, card, draft)).answer)).answer;
}

/** Somebody who has both topics open. */
async function watching({ places }: Spread, who: TestMember): Promise<Live> {
  const live = await connect(test, who);
  for (const topic of places.topics) {
    const page = await who.api.call('GET /api/dyads/:dyad/topics/:topic', {
      params: { dyad: dyad.slug, topic },
      query: {},
    });
    await live.follow(dyad.slug, `topic:${page.topic.id}`);
  }
  return live;
}

describe('MOD-25: what both sides removed', () => {
  it('is gone everywhere: REST, streams, history, translations, quotes and titles; the author keeps it', async () => {
    const one = await spread();
    const people = [reader, quoter];
    expect(await found(one.canary)).toBe(2);
    for (const who of people) expect(await everythingSeenBy(test, who, dyad, one.places)).toContain(one.canary);
    expect(await decided(one.card, { reason: 'HARASS' })).toMatchObject({ state: 'actioned', shown: false });
    await translated(test);
    for (const who of people) expect(await everythingSeenBy(test, who, dyad, one.places)).not.toContain(one.canary);
    expect(await found(one.canary)).toBe(0);
    expect(await read(one.post)).toMatchObject({
      state: 'removed',
      body: null,
      translations: [],
      restriction: { what: 'removed', reason: 'HARASS' },
    });
    const { posts } = await author.api.call('GET /api/dyads/:dyad/posts/mine', { params: { dyad: dyad.slug } });
    const own = posts.find((post) => post.id === one.post);
    expect(own).toMatchObject({ state: 'removed', reason: { code: 'HARASS' } });
    expect(own?.source).toContain(one.canary);
  });

  it('leaves open pages within two seconds, also where it is quoted', async () => {
    const one = await spread();
    const live = await watching(one, reader);
    await decided(one.card, {});
    const last = (post: string) => live.signals.findLast(({ about }) => about['post'] === post);
    await until(() => last(one.post) !== undefined && last(one.quoting) !== undefined, 2_000);
    await until(
      () =>
        live.signals.some(({ kind, about }) => kind === 'thread.changed' && about['thread'] === one.places.threads[0]),
      2_000,
    );
    expect(last(one.post)?.view).toMatchObject({ state: 'removed', body: null });
    expect(last(one.quoting)?.view).toMatchObject({
      state: 'live',
      body: [{ type: 'quote', gone: true, blocks: [] }, {}],
    });
    expect(JSON.stringify(live.signals)).not.toContain(one.canary);
    live.close();
  });

  it('says who decided by side and not by name', async () => {
    const one = await spread();
    await decided(one.card, {});
    await translated(test);
    const seen = await everythingSeenBy(test, reader, dyad, one.places);
    for (const moderator of [ofA, ofB]) {
      expect(seen).not.toContain(moderator.pseudonym);
      expect(seen).not.toContain(moderator.id);
    }
  });

  it('counts no more in its thread, and can be taken back by its author', async () => {
    const one = await spread();
    const thread = one.places.threads[0] ?? '';
    const count = async () =>
      (
        await reader.api.call('GET /api/dyads/:dyad/threads/:thread', {
          params: { dyad: dyad.slug, thread },
          query: {},
        })
      ).thread.posts;
    const before = await count();
    await decided(one.card, {});
    expect(await count()).toBe(before - 1);
    await author.api.call('DELETE /api/dyads/:dyad/posts/:post', at(one.post));
    expect(await count()).toBe(before - 1);
    expect((await read(one.post)).state).toBe('withdrawn');
  });

  it('cannot be changed by its author, nor while it is being decided', async () => {
    const one = await spread();
    const change = () =>
      author.api.try('PUT /api/dyads/:dyad/posts/:post', {
        ...at(one.post),
        body: { text: 'Поинаку', language: 'mk', revision: 1 },
      });
    const takeBack = () => author.api.try('DELETE /api/dyads/:dyad/posts/:post', at(one.post));
    const proposed = (await desk.propose(ofA, one.card)).answer;
    expect((await change()).problem.code).toBe('post.state_conflict');
    expect((await takeBack()).problem.code).toBe('post.state_conflict');
    await desk.key(ofB, proposed);
    expect((await change()).problem.code).toBe('post.state_conflict');
  });

  it('comes back whole when that is overturned', async () => {
    const one = await spread();
    const { proposal, ...card } = await decided(one.card, {});
    await overturned({ ...card, proposal });
    expect(await read(one.post)).toMatchObject({ state: 'live', restriction: null });
    expect(await everythingSeenBy(test, reader, dyad, one.places)).toContain(one.canary);
    expect(await found(one.canary)).toBe(2);
    expect(JSON.stringify((await read(one.quoting)).body)).toContain(one.canary);
  });
});

describe('MOD-25: what both sides took out of a post', () => {
  it('is gone everywhere, while the rest is read and translated', async () => {
    const one = await spread();
    const draft: Draft = { measure: 'redact', passages: [one.canary], reason: 'DOXX' };
    expect(await decided(one.card, draft)).toMatchObject({ state: 'actioned', shown: true });
    await translated(test);
    const post = await read(one.post);
    expect(post).toMatchObject({ state: 'live', restriction: { what: 'redacted', reason: 'DOXX' } });
    expect(JSON.stringify(post.body)).toContain('Пред █████ зад. Остатокот е во ред.');
    expect(post.translations.map(({ language }) => language)).toEqual(['bg']);
    expect(await found(one.canary)).toBe(0);
    expect(await found('Остатокот')).toBeGreaterThan(0);
    for (const who of [reader, quoter])
      expect(await everythingSeenBy(test, who, dyad, one.places)).not.toContain(one.canary);
    expect(JSON.stringify((await read(one.quoting)).body)).not.toContain(one.canary);
    const { revisions } = await reader.api.call('GET /api/dyads/:dyad/posts/:post/revisions', at(one.post));
    expect(revisions.map(({ source }) => source)).toEqual(['Пред █████ зад. Остатокот е во ред.']);
    const { posts } = await author.api.call('GET /api/dyads/:dyad/posts/mine', { params: { dyad: dyad.slug } });
    const own = posts.find(({ id }) => id === one.post);
    expect(own).toMatchObject({ state: 'live', reason: { code: 'DOXX' } });
    expect(own?.source).toContain(one.canary);
  });

  it('comes back whole when that is overturned', async () => {
    const one = await spread();
    await overturned(await decided(one.card, { measure: 'redact', passages: [one.canary] }));
    expect(JSON.stringify((await read(one.post)).body)).toContain(one.canary);
    expect((await read(one.post)).restriction).toBeNull();
  });

  it('of a post that waited is published without it', async () => {
    await openTopic(test, dyad, 'railway', 'pre');
    const { thread } = await openThread(test, { dyad, slug: 'railway' }, reader);
    const canary = canaryWord();
    const { id } = await write(author, dyad, thread, `Тајна ${canary} и останатото`);
    await decided(await desk.cardOf(ofA, id), { measure: 'redact', passages: [canary] });
    expect(await read(id)).toMatchObject({
      state: 'live',
      body: [{ inlines: [{ text: 'Тајна █████ и останатото' }] }],
    });
  });
});

describe('a thread that both sides locked', () => {
  it('is read and not written in', async () => {
    const one = await spread();
    const thread = one.places.threads[0] ?? '';
    expect(await decided(one.card, { measure: 'lock_thread' })).toMatchObject({ state: 'actioned', shown: true });
    const params = { dyad: dyad.slug, thread };
    const more = () =>
      quoter.api.try('POST /api/dyads/:dyad/threads/:thread/posts', { params, body: { text: 'Уште', language: 'bg' } });
    expect((await more()).problem.code).toBe('thread.closed');
    const page = await reader.api.call('GET /api/dyads/:dyad/threads/:thread', { params, query: {} });
    expect(page.thread.closed).toBe(true);
    expect((await read(one.post)).state).toBe('live');
    await overturned(await desk.card(ofA, one.card.id));
    expect((await more()).status).toBe(201);
  });
});

/** What an appeal that overturns a decision does to the item and to its words. */
async function overturned(card: DeskItem): Promise<void> {
  const { app } = test;
  const {
    class: decisionClass,
    measure,
    passages,
    reason,
    policyVersion,
    article,
    facts,
    revision,
    id,
  } = proposalOf(card);
  await app.get(UnitOfWork).run({ dyadId: dyad.id }, async (tx) => {
    const item = (await app.get(ItemRepository).lockMany(tx, [card.id])).get(card.id);
    if (!item) throw new Error('not there');
    const appealed = await app.get(ItemSteps).take(tx, item, { event: 'appeal', tool: 'author' });
    const overturned = await app.get(ItemSteps).take(tx, appealed, { event: 'overturn', tool: 'panel' });
    const decision: Decision = {
      proposal: id,
      dyadId: dyad.id,
      class: decisionClass,
      action: { item: card.id, revision, measure, passages, sanction: null, reason, policyVersion, article, facts },
      by: 'appeal',
      event: card.id,
      item: overturned,
      at: test.clock.now(),
    };
    await app.get(Measures).reverse(tx, decision);
  });
}
