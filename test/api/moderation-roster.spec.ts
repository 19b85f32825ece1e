import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskItem } from '../../shared/moderation/desk.schema.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { openThread, openTopic, write } from '../support/forum.js';
import { atAnotherTime, deskOf, livePost, moderatorsOf, proposalOf, type TestDesk } from '../support/moderation.js';

let test: TestApp;
let dyad: TestDyad;
let desk: TestDesk;
let author: TestMember;
let ofA: TestMember;
let ofB: TestMember;
let otherOfB: TestMember;
let neutral: TestMember;
let thread: string;

beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  author = await member(test, dyad, { side: 'b' });
  [ofA, ofB, neutral] = await moderatorsOf(test, dyad, ['a', 'b', 'neutral']);
  otherOfB = await member(test, dyad, { side: 'b', roles: ['citizen', 'moderator'] });
  desk = deskOf(dyad);
  const ana = await member(test, dyad, { side: 'a' });
  thread = (await openThread(test, await openTopic(test, dyad, 'school', 'pre'), ana)).thread;
});
afterAll(() => test.close());

const proposed = async (): Promise<DeskItem> =>
  (await desk.propose(ofA, await livePost(desk, ofA, { author, dyad, thread }))).answer;

describe('GET /api/dyads/:dyad/roster', () => {
  it('shows moderators of both sides who is on call: everybody who did not say otherwise', async () => {
    const read = (who: TestMember) => who.api.call('GET /api/dyads/:dyad/roster', { params: { dyad: dyad.slug } });
    const { roster } = await read(ofA);
    expect(roster.map(({ moderator, onCall }) => [moderator.id, onCall]).toSorted()).toEqual(
      [ofA, ofB, neutral, otherOfB].map(({ id }) => [id, true]).toSorted(),
    );
    const away = await desk.onCall(otherOfB, false);
    expect(away).toMatchObject({ moderator: { id: otherOfB.id }, onCall: false });
    expect(await read(ofA)).toEqual(await read(ofB));
    await desk.onCall(otherOfB, true);
    const citizen = await author.api.try('GET /api/dyads/:dyad/roster', { params: { dyad: dyad.slug } });
    expect(citizen.status).toBe(403);
  });
});

describe('MOD-14: a key for a side that is away', () => {
  it('is not possible while that side has a moderator on call', async () => {
    const card = await proposed();
    await desk.onCall(otherOfB, false);
    const reply = await desk.key(neutral, card, 'b');
    expect([reply.status, reply.problem.code]).toEqual([403, 'moderation.proxy_not_possible']);
    await desk.onCall(otherOfB, true);
  });

  it('is given by a neutral, for a side whose key is missing, and marked', async () => {
    const card = await proposed();
    await desk.onCall(ofB, false);
    await desk.onCall(otherOfB, false);
    for (const [who, side] of [
      [ofA, 'b'],
      [neutral, 'a'],
    ] as const)
      expect((await desk.key(who, card, side)).problem.code).toBe('moderation.proxy_not_possible');
    const decided = (await desk.key(neutral, card, 'b')).answer;
    expect(decided).toMatchObject({ state: 'actioned', shown: false });
    expect(proposalOf(decided).keys.at(-1)).toMatchObject({ side: 'neutral', proxyFor: 'b', reviewed: false });
    const [event] = await test.database.query<{ payload: object }>(
      `select payload from moderation_event where item_id = $1 and type = 'key'`,
      [card.id],
    );
    expect(event?.payload).toMatchObject({ proxyFor: 'b' });
    await reviewed(decided);
    await desk.onCall(ofB, true);
    await desk.onCall(otherOfB, true);
  });

  /** The side looks at it; until then its desk is reminded. */
  async function reviewed(card: DeskItem): Promise<void> {
    const reminded = () =>
      test.database.query(
        `select 1 from signal where kind = 'desk.key_wanted' and about->>'item' = $1 and about->>'why' = 'proxy_review'`,
        [card.id],
      );
    await atAnotherTime(test, { hours: 71 }, async () => expect(await reminded()).toHaveLength(0));
    await atAnotherTime(test, { hours: 72, minutes: 1 }, async () => expect(await reminded()).toHaveLength(1));
    expect((await desk.confirm(ofA, card)).problem.code).toBe('moderation.proxy_not_possible');
    expect((await desk.confirm(neutral, card)).problem.code).toBe('access.other_side');
    const seen = (await desk.confirm(ofB, card)).answer;
    expect(seen).toMatchObject({
      state: 'actioned',
      events: expect.arrayContaining([expect.objectContaining({ type: 'confirm', side: 'b' })]) as object,
    });
    expect(proposalOf(seen).keys.at(-1)?.reviewed).toBe(true);
    expect((await desk.confirm(ofB, card)).problem.code).toBe('moderation.proxy_not_possible');
  }

  it('is possible too when everybody of that side stands too near to the case', async () => {
    await desk.onCall(ofB, false);
    await write(otherOfB, dyad, thread, 'И јас сум тука');
    const card = await proposed();
    expect((await desk.key(otherOfB, card)).problem.params).toEqual({ rule: 'same_place' });
    expect((await desk.key(neutral, card, 'b')).answer.state).toBe('actioned');
    await desk.onCall(ofB, true);
  });
});
