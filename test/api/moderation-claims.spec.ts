import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskItem } from '../../shared/moderation/desk.schema.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { openThread, openTopic } from '../support/forum.js';
import { connect } from '../support/live.js';
import { deskOf, waitingPost, type TestDesk } from '../support/moderation.js';

let test: TestApp;
let dyad: TestDyad;
let desk: TestDesk;
let ana: TestMember;
let ofA: TestMember;
let alsoOfA: TestMember;
let ofB: TestMember;
let neutral: TestMember;
let thread: string;

const moderator = (side: 'a' | 'b' | 'neutral') => member(test, dyad, { side, roles: ['citizen', 'moderator'] });

beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  desk = deskOf(dyad);
  ana = await member(test, dyad, { side: 'a' });
  [ofA, alsoOfA, ofB, neutral] = [
    await moderator('a'),
    await moderator('a'),
    await moderator('b'),
    await moderator('neutral'),
  ];
  thread = (await openThread(test, await openTopic(test, dyad, 'school', 'pre'), ana)).thread;
});
afterAll(() => test.close());

const waiting = (author = ana): Promise<DeskItem> => waitingPost(desk, ofB, { author, dyad, thread });
const at = ({ id }: DeskItem) => ({ params: { dyad: dyad.slug, item: id } });
const claim = (who: TestMember, item: DeskItem) => who.api.try('POST /api/dyads/:dyad/desk/:item/claim', at(item));
const keep = (who: TestMember, item: DeskItem) => who.api.try('PUT /api/dyads/:dyad/desk/:item/claim', at(item));
const giveBack = (who: TestMember, item: DeskItem) => who.api.try('DELETE /api/dyads/:dyad/desk/:item/claim', at(item));
const claims = async ({ id }: DeskItem) => (await desk.card(ofB, id)).claims.map(({ by, side }) => [by.id, side]);
const events = async ({ id }: DeskItem) => (await desk.card(ofB, id)).events.map(({ type, side }) => [type, side]);

/** Time passes, as long as the claims of the test last. */
async function later(minutes: number, look: () => Promise<void>): Promise<void> {
  test.clock.advance({ minutes });
  await look();
  test.clock.advance({ minutes: -minutes });
}

describe('MOD-06: taking up an item', () => {
  it('MOD-06: of fifty of one side at the same moment exactly one has it', async () => {
    const item = await waiting();
    const fifty = await Promise.all(Array.from({ length: 50 }, () => moderator('a')));
    const replies = await Promise.all(fifty.map((one) => claim(one, item)));
    const statuses = replies.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(49);
    const winner = fifty[statuses.indexOf(200)];
    expect(await claims(item)).toEqual([[winner?.id, 'a']]);
    const refused = replies.find(({ status }) => status === 409)?.problem;
    const granted = replies.find(({ status }) => status === 200)?.answer;
    expect(refused).toMatchObject({ code: 'moderation.claimed', params: { name: winner?.pseudonym } });
    expect(refused?.params['until']).toBe(granted?.expiresAt);
    expect(refused?.detail).toContain(winner?.pseudonym);
  });

  it('MOD-06: one of each side can, and neither waits for the other', async () => {
    const item = await waiting();
    for (const one of [ofA, ofB, neutral]) expect((await claim(one, item)).status).toBe(200);
    expect(await claims(item)).toEqual([
      [ofA.id, 'a'],
      [ofB.id, 'b'],
      [neutral.id, 'neutral'],
    ]);
  });

  it('MOD-06: it is free after five minutes, and whoever takes it over says so in the events', async () => {
    const item = await waiting();
    await claim(ofA, item);
    await later(4, async () => expect((await claim(alsoOfA, item)).status).toBe(409));
    await later(6, async () => {
      expect(await claims(item)).toEqual([]);
      expect((await claim(alsoOfA, item)).answer.by.id).toBe(alsoOfA.id);
      expect((await keep(ofA, item)).problem.code).toBe('moderation.claimed');
      expect(await claims(item)).toEqual([[alsoOfA.id, 'a']]);
    });
    expect(await events(item)).toEqual([
      ['submit', 'a'],
      ['takeover', 'a'],
    ]);
    const [kept] = await test.database.query<{ holder: string; actor: string }>(
      `select payload->>'holder' as holder, actor_id as actor from moderation_event where item_id = $1 and type = 'takeover'`,
      [item.id],
    );
    expect(kept).toEqual({ holder: ofA.id, actor: alsoOfA.id });
  });

  it('MOD-06: whoever says every thirty seconds that they are there keeps it', async () => {
    const item = await waiting();
    await claim(ofA, item);
    test.clock.advance({ minutes: 4, seconds: 30 });
    expect((await keep(ofA, item)).status).toBe(200);
    await later(4, async () => expect((await claim(alsoOfA, item)).status).toBe(409));
    await later(6, async () => expect((await claim(alsoOfA, item)).status).toBe(200));
    test.clock.advance({ minutes: -4, seconds: -30 });
  });

  it('a claim of one’s own is claimed again without an event, and given back at once', async () => {
    const item = await waiting();
    const first = (await claim(ofA, item)).answer;
    const again = (await claim(ofA, item)).answer;
    expect(again.since).toBe(first.since);
    expect((await giveBack(alsoOfA, item)).status).toBe(204);
    expect(await claims(item)).toEqual([[ofA.id, 'a']]);
    expect((await giveBack(ofA, item)).status).toBe(204);
    expect(await claims(item)).toEqual([]);
    expect((await keep(ofA, item)).problem.code).toBe('moderation.claim_ended');
    expect((await claim(alsoOfA, item)).status).toBe(200);
    expect(await events(item)).toEqual([['submit', 'a']]);
  });

  it('is over when the item is decided, and what is decided cannot be taken up', async () => {
    const item = await waiting();
    await claim(ofA, item);
    await desk.approve(ofB, await desk.card(ofB, item.id));
    expect(await test.database.query(`select 1 from moderation_claim where item_id = $1`, [item.id])).toEqual([]);
    expect((await keep(ofA, item)).problem.code).toBe('moderation.claim_ended');
    expect((await claim(ofA, item)).problem.code).toBe('moderation.step_not_possible');
  });

  it('is for moderators of the dyad, and not for what one wrote oneself', async () => {
    const own = await waiting(ofA);
    for (const act of [claim, keep, giveBack]) {
      expect((await act(ofA, own)).problem.code).toBe('access.own_item');
      expect((await act(ana, own)).status).toBe(403);
    }
  });

  it('is told to the desks of both sides, in the same way', async () => {
    const item = await waiting();
    await test.settled();
    const listening = await connect(test, ofB);
    await listening.follow(dyad.slug, `desk:${dyad.id}`);
    await claim(ofA, item);
    await giveBack(ofA, item);
    await test.settled();
    const told = { kind: 'desk.changed', about: { item: item.id } };
    await expect.poll(() => listening.signals).toMatchObject([told, told]);
    listening.close();
  });
});
