import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskItem } from '../../shared/moderation/desk.schema.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { openThread, openTopic, write, type TestTopic } from '../support/forum.js';

let test: TestApp;
let dyad: TestDyad;
let ana: TestMember;
let boris: TestMember;
let ofA: TestMember;
let ofB: TestMember;
let topic: TestTopic;

beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  ana = await member(test, dyad, { side: 'a' });
  boris = await member(test, dyad, { side: 'b' });
  ofA = await member(test, dyad, { side: 'a', roles: ['citizen', 'moderator'] });
  ofB = await member(test, dyad, { side: 'b', roles: ['citizen', 'moderator'] });
  topic = await openTopic(test, dyad, 'school', 'pre');
});
afterAll(() => test.close());

const here = () => ({ dyad: dyad.slug });
const context = (who: TestMember, item: string) =>
  who.api.try('GET /api/dyads/:dyad/desk/:item/context', { params: { ...here(), item } });

async function itemOf(post: string, queue: 'pending' | 'held' = 'pending'): Promise<DeskItem> {
  const { items } = await ofA.api.call('GET /api/dyads/:dyad/desk', { params: here(), query: { queue, limit: 50 } });
  const item = items.find((one) => one.content === post);
  if (!item) throw new Error('not on the desk');
  return item;
}

async function published(author: TestMember, thread: string, text: string): Promise<string> {
  const { id } = await write(author, dyad, thread, text);
  const item = await itemOf(id);
  await ofA.api.call('POST /api/dyads/:dyad/desk/:item/approval', {
    params: { ...here(), item: item.id },
    body: { version: item.version },
  });
  return id;
}

describe('GET /api/dyads/:dyad/desk/:item/context', () => {
  it('shows the thread so far and other posts of the author, to both sides alike, and nothing that waits', async () => {
    const author = await member(test, dyad, { side: 'b' });
    const begun = await openThread(test, topic, ana, 'Как е училището?');
    const elsewhere = await openThread(test, topic, author, 'Едно по-ранно.');
    const { id } = await write(author, dyad, begun.thread, 'Чекам одговор');
    await write(author, dyad, begun.thread, 'И ова чека');
    const item = await itemOf(id);
    const { status, answer } = await context(ofA, item.id);
    expect(status).toBe(200);
    expect(answer.thread.map((post) => post.id)).toEqual([begun.post]);
    expect(answer.byAuthor.map((post) => post.id)).toEqual([elsewhere.post]);
    expect((await context(ofB, item.id)).answer).toEqual(answer);
  });

  it('shows a held post between what stands before and after it', async () => {
    const begun = await openThread(test, topic, ana);
    const held = await published(boris, begun.thread, 'Ова се задржува');
    const later = await published(ana, begun.thread, 'Това е после');
    await ofB.api.call('POST /api/dyads/:dyad/posts/:post/hold', {
      params: { ...here(), post: held },
      body: { reason: 'OFFTOPIC', note: '' },
    });
    const { answer } = await context(ofA, (await itemOf(held, 'held')).id);
    expect(answer.thread.map((post) => post.id)).toEqual([begun.post, later]);
  });

  it('is for moderators, and not for a post that was taken back', async () => {
    const { thread } = await openThread(test, topic, ana);
    const { id } = await write(boris, dyad, thread, 'Ќе го повлечам');
    const item = await itemOf(id);
    expect((await context(boris, item.id)).status).toBe(403);
    await boris.api.call('DELETE /api/dyads/:dyad/posts/:post', { params: { ...here(), post: id } });
    expect((await context(ofA, item.id)).status).toBe(404);
  });
});
