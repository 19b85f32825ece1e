import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskQueue } from '../../shared/moderation/desk.rules.js';
import type { DeskItem } from '../../shared/moderation/desk.schema.js';
import { DeadlineWorker } from '../../server/modules/moderation/deadlines/deadline-worker.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { openThread, openTopic, translated, write, type TestTopic } from '../support/forum.js';
import { everythingSeenBy } from '../support/seen.js';

let test: TestApp;
let dyad: TestDyad;
let ana: TestMember;
let boris: TestMember;
let ofA: TestMember;
let ofB: TestMember;
let stranger: TestMember;
let pre: TestTopic;
let thread: string;

beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  ana = await member(test, dyad, { side: 'a' });
  boris = await member(test, dyad, { side: 'b' });
  ofA = await member(test, dyad, { side: 'a', roles: ['citizen', 'moderator'] });
  ofB = await member(test, dyad, { side: 'b', roles: ['citizen', 'moderator'] });
  stranger = await member(test, await foundDyad(test, 'valley'), { roles: ['moderator'] });
  pre = await openTopic(test, dyad, 'school', 'pre');
  thread = (await openThread(test, pre, ana)).thread;
});
afterAll(() => test.close());

const reason = { reason: 'OFFTOPIC' as const, note: 'Ве молиме, за училиштето.' };
const desk = (who: TestMember, queue: DeskQueue = 'pending') =>
  who.api.call('GET /api/dyads/:dyad/desk', { params: { dyad: dyad.slug }, query: { queue, limit: 50 } });
const at = (item: string) => ({ params: { dyad: dyad.slug, item } });
const approve = (who: TestMember, { id, version }: DeskItem, key?: string) =>
  who.api.try(
    'POST /api/dyads/:dyad/desk/:item/approval',
    { ...at(id), body: { version } },
    key === undefined ? {} : { key },
  );
const hold = (who: TestMember, { id, version }: DeskItem) =>
  who.api.try('POST /api/dyads/:dyad/desk/:item/hold', { ...at(id), body: { version, ...reason } });
const release = (who: TestMember, { id, version }: DeskItem) =>
  who.api.try('POST /api/dyads/:dyad/desk/:item/release', { ...at(id), body: { version } });
const giveBack = (who: TestMember, { id, version }: DeskItem) =>
  who.api.try('POST /api/dyads/:dyad/desk/:item/return', { ...at(id), body: { version, ...reason } });
const holdPost = (who: TestMember, post: string) =>
  who.api.try('POST /api/dyads/:dyad/posts/:post/hold', { params: { dyad: dyad.slug, post }, body: reason });
const read = (who: TestMember, post: string) =>
  who.api.try('GET /api/dyads/:dyad/posts/:post', { params: { dyad: dyad.slug, post } });

async function waiting(author: TestMember, text = 'Чека одлука'): Promise<DeskItem> {
  const { id } = await write(author, dyad, thread, text);
  return itemOf(id, 'pending');
}

async function itemOf(post: string, queue: DeskQueue): Promise<DeskItem> {
  const { items } = await desk(ofA, queue);
  const item = items.find((one) => one.content === post);
  if (!item) throw new Error('not on the desk');
  return item;
}

describe('GET /api/dyads/:dyad/desk', () => {
  it('shows moderators of both sides the same list, in the same order, with the translation', async () => {
    const first = await waiting(ana, 'Училището е отворено.');
    await waiting(boris);
    await translated(test);
    expect(await desk(ofA)).toEqual(await desk(ofB));
    const { items, counts } = await desk(ofB);
    expect(counts.pending).toBe(items.length);
    const card = items.find((item) => item.id === first.id);
    expect(card).toMatchObject({
      state: 'pending',
      version: 1,
      language: 'bg',
      topicTitle: { text: expect.stringContaining('school'), translations: [{ status: 'human' }] },
    });
    expect(card?.translations[0]).toMatchObject({ language: 'mk', engine: 'pseudo' });
    expect(card?.events).toMatchObject([{ type: 'submit', side: 'a' }]);
    expect(JSON.stringify(card)).not.toContain(ana.accountId);
  });

  it('is for moderators of this dyad with a second factor', async () => {
    const params = { params: { dyad: dyad.slug }, query: {} };
    expect((await test.visitor().try('GET /api/dyads/:dyad/desk', params)).status).toBe(401);
    expect((await ana.api.try('GET /api/dyads/:dyad/desk', params)).status).toBe(403);
    expect((await stranger.api.try('GET /api/dyads/:dyad/desk', params)).status).toBe(403);
    const weak = await member(test, dyad, { roles: ['moderator'], strong: false });
    expect((await weak.api.try('GET /api/dyads/:dyad/desk', params)).problem.code).toMatch(/^session\.second_factor/);
  });

  it('gives a single card, and none of another dyad', async () => {
    const item = await waiting(boris);
    expect((await ofA.api.call('GET /api/dyads/:dyad/desk/:item', at(item.id))).content).toBe(item.content);
    const foreign = await stranger.api.try('GET /api/dyads/:dyad/desk/:item', {
      params: { dyad: 'valley', item: item.id },
    });
    expect(foreign.status).toBe(404);
  });
});

describe('decisions', () => {
  it('approves: one key of either side publishes', async () => {
    const item = await waiting(boris);
    expect((await read(ana, item.content)).status).toBe(404);
    const { answer } = await approve(ofA, item);
    expect(answer).toMatchObject({
      state: 'live',
      version: 2,
      events: [{ type: 'submit' }, { type: 'approve', side: 'a' }],
    });
    expect((await read(ana, item.content)).answer.state).toBe('live');
  });

  it('MOD-07: refuses a decision on an outdated card, also of two at the same moment', async () => {
    const item = await waiting(boris);
    const replies = await Promise.all([approve(ofA, item), giveBack(ofB, item)]);
    expect(replies.map((reply) => reply.status).toSorted()).toEqual([200, 409]);
    expect(replies.find((reply) => reply.status === 409)?.problem.code).toBe('moderation.version_outdated');
    const rows = await test.database.query(`select 1 from moderation_event where item_id = $1`, [item.id]);
    expect(rows).toHaveLength(2);
  });

  it('repeats an answer to a repeated request', async () => {
    const item = await waiting(boris);
    const key = randomUUID();
    const [first, second] = await Promise.all([approve(ofA, item, key), approve(ofA, item, key)]);
    expect(first?.status).toBe(200);
    expect(second?.answer).toEqual(first?.answer);
  });

  it('refuses moderators their own items', async () => {
    const alsoOfA = await member(test, dyad, { side: 'a', roles: ['citizen', 'moderator'] });
    const item = await waiting(alsoOfA);
    for (const decide of [approve, giveBack, hold])
      expect((await decide(alsoOfA, item)).problem.code).toBe('access.own_item');
    expect((await approve(ofB, item)).status).toBe(200);
    expect((await holdPost(alsoOfA, item.content)).problem.code).toBe('access.own_item');
  });

  it('returns with a reason; the author writes anew, and it waits again', async () => {
    const item = await waiting(boris);
    const short = await ofA.api.try('POST /api/dyads/:dyad/desk/:item/return', {
      ...at(item.id),
      body: { version: 1, reason: 'SPAM', note: 'no' },
    });
    expect(short.problem.fields[0]?.field).toBe('body.note');
    expect((await giveBack(ofA, item)).answer.state).toBe('returned');
    const { posts } = await boris.api.call('GET /api/dyads/:dyad/posts/mine', { params: { dyad: dyad.slug } });
    expect(posts.find((post) => post.id === item.content)).toMatchObject({
      state: 'returned',
      reason: { code: 'OFFTOPIC', note: reason.note },
    });
    const anew = await boris.api.call('PUT /api/dyads/:dyad/posts/:post', {
      params: { dyad: dyad.slug, post: item.content },
      body: { text: 'Сега за училиштето', language: 'mk', revision: 1 },
    });
    expect(anew).toMatchObject({ state: 'pending', revision: 2, reason: null });
    expect((await approve(ofB, await itemOf(item.content, 'pending'))).answer.state).toBe('live');
    expect(JSON.stringify((await read(ana, item.content)).answer)).toContain('Сега за училиштето');
  });

  it('MOD-12: a hold takes the words away at once, and ends by itself after 24 hours, once', async () => {
    const item = await waiting(boris, 'ЗАДРЖАНО');
    await approve(ofA, item);
    const { answer } = await holdPost(ofA, item.content);
    expect(answer.state).toBe('held');
    expect((await read(ana, item.content)).answer).toMatchObject({ state: 'held', body: null, translations: [] });
    const { posts } = await boris.api.call('GET /api/dyads/:dyad/posts/mine', { params: { dyad: dyad.slug } });
    expect(posts.find((post) => post.id === item.content)?.reason).toMatchObject({
      code: 'OFFTOPIC',
      until: answer.heldUntil,
    });
    test.clock.advance({ hours: 23, minutes: 59 });
    // Who somebody is may be remembered for a moment; after it, this read keeps the session of the reader alive.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await test.app.get(DeadlineWorker).idle();
    expect((await read(ana, item.content)).answer.state).toBe('held');
    test.clock.advance({ minutes: 2 });
    await Promise.all([test.app.get(DeadlineWorker).idle(), test.app.get(DeadlineWorker).idle()]);
    expect((await read(ana, item.content)).answer.state).toBe('live');
    const expired = await test.database.query(`select 1 from moderation_event where item_id = $1 and type = 'expire'`, [
      item.id,
    ]);
    expect(expired).toHaveLength(1);
    test.clock.advance({ hours: -24, minutes: -1 });
  });

  it('a moderator can end a hold of their own earlier, and nobody alone that of another', async () => {
    const item = await waiting(ana);
    await approve(ofB, item);
    await holdPost(ofB, item.content);
    const held = await itemOf(item.content, 'held');
    expect(held.heldBy?.id).toBe(ofB.id);
    expect((await approve(ofA, held)).problem.code).toBe('moderation.step_not_possible');
    expect((await release(ofA, held)).problem.code).toBe('moderation.not_own_hold');
    expect((await release(ofB, held)).answer).toMatchObject({ state: 'live', heldBy: null, heldUntil: null });
    expect((await read(boris, item.content)).answer.state).toBe('live');
  });

  it('MOD-01: whatever is asked in whatever order, impossible steps are 409 and change no row', async () => {
    const acts = { approve, hold, release, giveBack };
    const refused: [found: unknown, expected: unknown][] = [];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom<keyof typeof acts>('approve', 'hold', 'release', 'giveBack'), {
          minLength: 1,
          maxLength: 5,
        }),
        async (steps) => {
          let card = await waiting(boris);
          for (const step of steps) {
            const before = await rowOf(card.id);
            const reply = await acts[step](ofA, card);
            const refusal = { status: reply.status, code: reply.problem.code, row: await rowOf(card.id) };
            if (reply.status === 200) card = reply.answer;
            else refused.push([refusal, { status: 409, code: 'moderation.step_not_possible', row: before }]);
          }
        },
      ),
      { numRuns: 8 },
    );
    expect(refused.map(([found]) => found)).toEqual(refused.map(([, expected]) => expected));
    expect(refused.length).toBeGreaterThan(0);
  });

  it('MOD-38: mirrored acts end in mirrored states', async () => {
    const play = async (author: TestMember, moderator: TestMember) => {
      const item = await waiting(author);
      const states = [
        (await approve(moderator, item)).answer.state,
        (await holdPost(moderator, item.content)).answer.state,
      ];
      const { items, counts } = await desk(moderator, 'held');
      return { states, position: items.findIndex((one) => one.id === item.id) - counts.held };
    };
    expect(await play(boris, ofA)).toEqual(await play(ana, ofB));
  });
});

describe('what waits', () => {
  it('MOD-23: reaches nobody else by any way, and a withdrawn one leaves the desk', async () => {
    const canary = `канарче${randomUUID().slice(0, 8)}`;
    const begun = await boris.api.call('POST /api/dyads/:dyad/topics/:topic/threads', {
      params: { dyad: dyad.slug, topic: 'school' },
      body: { title: `${canary} наслов`, text: `${canary} текст`, language: 'mk' },
    });
    const answer = await write(boris, dyad, thread, `${canary} одговор @${ana.pseudonym}`);
    const live = await waiting(boris, 'Прва верзија');
    await approve(ofA, live);
    await boris.api.call('PUT /api/dyads/:dyad/posts/:post', {
      params: { dyad: dyad.slug, post: live.content },
      body: { text: `${canary} втора`, language: 'mk', revision: 1 },
    });
    const heldOne = await waiting(boris, `${canary} задржан`);
    await approve(ofA, heldOne);
    await translated(test);
    await holdPost(ofB, heldOne.content);
    await translated(test);
    const places = { topics: ['school'], threads: [begun.thread, thread] };
    const posts = [begun.post, answer.id, live.content, heldOne.content];
    expect(await everythingSeenBy(test, ana, dyad, { ...places, posts })).not.toContain(canary);
    await boris.api.call('DELETE /api/dyads/:dyad/posts/:post', { params: { dyad: dyad.slug, post: begun.post } });
    expect(JSON.stringify(await desk(ofA))).not.toContain(`${canary} текст`);
    const titles = await test.database.query<{ title: string }>(`select title from thread where id = $1`, [
      begun.thread,
    ]);
    expect(titles).toEqual([{ title: '' }]);
  });
});

async function rowOf(item: string): Promise<unknown> {
  const [row] = await test.database.query(
    `select i.*, (select count(*) from moderation_event e where e.item_id = i.id) as events from moderation_item i where id = $1`,
    [item],
  );
  return row;
}
