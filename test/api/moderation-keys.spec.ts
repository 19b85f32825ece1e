import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskItem } from '../../shared/moderation/desk.schema.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { openThread, openTopic } from '../support/forum.js';
import {
  asRow,
  atAnotherTime,
  deskOf,
  insertKey,
  livePost,
  moderatorsOf,
  proposalOf,
  removal,
  waitingPost,
  type Draft,
  type TestDesk,
} from '../support/moderation.js';

let test: TestApp;
let dyad: TestDyad;
let author: TestMember;
let desk: TestDesk;
let thread: string;
/** Two moderators of each side and two neutral ones. */
let people: Record<'a' | 'a2' | 'b' | 'b2' | 'neutral' | 'neutral2', TestMember>;

beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  author = await member(test, dyad, { side: 'b' });
  const [a, a2, b, b2, neutral, neutral2] = await moderatorsOf(test, dyad, ['a', 'a', 'b', 'b', 'neutral', 'neutral']);
  people = { a, a2, b, b2, neutral, neutral2 };
  desk = deskOf(dyad);
  const ana = await member(test, dyad, { side: 'a' });
  thread = (await openThread(test, await openTopic(test, dyad, 'school', 'pre'), ana)).thread;
});
afterAll(() => test.close());

const live = (): Promise<DeskItem> => livePost(desk, people.a, { author, dyad, thread });
const proposed = async (draft: Draft = {}, by: TestMember = people.a): Promise<DeskItem> =>
  (await desk.propose(by, await live(), draft)).answer;
const keysOf = async ({ id }: DeskItem): Promise<number> =>
  (
    await test.database.query(
      `select 1 from moderation_key k join moderation_proposal p on p.id = k.proposal_id where p.item_id = $1`,
      [id],
    )
  ).length;

describe('POST /api/dyads/:dyad/desk/:item/proposals', () => {
  it('opens a proposal with its first key and its clock; the words stay where they were', async () => {
    const before = test.clock.now();
    const card = await proposed();
    expect(card).toMatchObject({ state: 'proposed', shown: true });
    const proposal = proposalOf(card);
    expect(proposal).toMatchObject({
      state: 'open',
      class: 'T1',
      measure: 'remove',
      reason: 'SPAM',
      policyVersion: 1,
      missing: ['b'],
      proposedBy: { id: people.a.id },
      keys: [{ by: { id: people.a.id }, side: 'a', verdict: 'give', counts: true }],
    });
    const hours = (Date.parse(proposal.expiresAt) - before.getTime()) / 3_600_000;
    expect(hours).toBeGreaterThan(11.9);
    expect(hours).toBeLessThan(12.1);
    const hidden = await waitingPost(desk, people.a, { author, dyad, thread });
    expect((await desk.propose(people.b, hidden)).answer).toMatchObject({ state: 'proposed', shown: false });
  });

  it('shows moderators of both sides the same card', async () => {
    const { id } = await proposed();
    // What is looked for in it is found a moment later, and would stand in one card and not in the other.
    await test.settled();
    expect(await desk.card(people.a, id)).toEqual(await desk.card(people.b, id));
    expect(await desk.cards(people.a, 'proposed')).toEqual(await desk.cards(people.b2, 'proposed'));
  });

  it('says what does not fit together, by field', async () => {
    const card = await live();
    const wrong: [Draft, string][] = [
      [{ measure: null, sanction: null }, 'body.measure'],
      [{ measure: 'redact' }, 'body.passages'],
      [{ passages: ['Чека'] }, 'body.passages'],
      [{ measure: 'dismiss', sanction: { kind: 'warning' } }, 'body.sanction'],
      [{ sanction: { kind: 'silence' } }, 'body.sanction.days'],
      [{ sanction: { kind: 'ban', days: 3 } }, 'body.sanction.days'],
      [{ facts: { bg: 'Само на един език.' } }, 'body.facts.mk'],
      [{ article: 77 }, 'body.article'],
    ];
    for (const [draft, field] of wrong) {
      const reply = await desk.propose(people.a, card, draft);
      expect([reply.status, reply.problem.fields[0]?.field]).toEqual([400, field]);
    }
    expect((await desk.propose(people.a, card, { measure: 'redact', passages: ['нема го'] })).problem.code).toBe(
      'moderation.passage_missing',
    );
    expect((await desk.propose(people.a, card)).status).toBe(200);
  });

  it('takes one proposal at a time, and about what nobody has seen only what takes words away', async () => {
    const card = await proposed();
    expect((await desk.propose(people.b, card)).problem.code).toBe('moderation.step_not_possible');
    const hidden = await waitingPost(desk, people.a, { author, dyad, thread });
    expect((await desk.propose(people.a, hidden, { measure: 'lock_thread' })).problem.code).toBe(
      'moderation.step_not_possible',
    );
  });

  it('MOD-07: refuses a proposal about a card that has changed', async () => {
    const card = await live();
    await desk.hold(people.b, card.content);
    const reply = await desk.propose(people.a, card);
    expect([reply.status, reply.problem.code]).toEqual([409, 'moderation.version_outdated']);
  });

  it('needs one key for a note, two for a removal, three for a long suspension', async () => {
    const note = await desk.propose(people.a, await live(), { measure: null, sanction: { kind: 'note' } });
    expect(note.answer).toMatchObject({ state: 'actioned', shown: true, proposal: { class: 'T0', state: 'enacted' } });
    const another = await member(test, dyad, { side: 'b' });
    const written = await livePost(desk, people.a, { author: another, dyad, thread });
    const grave = (await desk.propose(people.a, written, { sanction: { kind: 'suspend', days: 30 } })).answer;
    expect(proposalOf(grave)).toMatchObject({ class: 'T2', missing: ['b', 'neutral'] });
    const second = (await desk.key(people.b, grave)).answer;
    expect(second).toMatchObject({ state: 'proposed', proposal: { missing: ['neutral'] } });
    expect((await desk.key(people.neutral, second)).answer).toMatchObject({ state: 'actioned', shown: false });
  });
});

describe('POST /api/dyads/:dyad/desk/:item/proposals/:proposal/keys', () => {
  const sides = ['a', 'b', 'neutral'] as const;
  it.each(sides.flatMap((first) => sides.map((second) => [first, second] as const)))(
    'MOD-08: of a key of %s and one of %s, only those of both sides decide',
    async (first, second) => {
      const card = await proposed({}, people[first]);
      const reply = await desk.key(second === first ? people[`${second}2` as const] : people[second], card);
      const decides = new Set([first, second]).size === 2 && first !== 'neutral' && second !== 'neutral';
      if (first === second) {
        expect(reply.problem).toMatchObject({ status: 403, params: { rule: 'same_side' } });
        expect(await keysOf(card)).toBe(1);
      } else expect(reply.answer.state).toBe(decides ? 'actioned' : 'proposed');
    },
  );

  it('MOD-08: nobody without the role gives a key', async () => {
    const card = await proposed();
    for (const roles of [['citizen'], ['drafter'], ['evaluator'], ['steward']] as const) {
      const one = await member(test, dyad, { side: 'b', roles, strong: true });
      expect((await desk.key(one, card)).status).toBe(403);
      await expect(insertKey(test, proposalOf(card), asRow(one))).rejects.toMatchObject({
        constraint: 'moderation_key_moderator',
      });
    }
    expect((await desk.card(people.a, card.id)).state).toBe('proposed');
  });

  it('MOD-08: the database refuses a second key of a side, of a person, or in the name of another side', async () => {
    const proposal = proposalOf(await proposed());
    const refused: [ReturnType<typeof asRow>, string][] = [
      [asRow(people.a2), 'moderation_conflict_same_side'],
      [asRow(people.a), 'moderation_conflict_same_person'],
      [{ ...asRow(people.a2), side: 'b' }, 'moderation_key_moderator'],
    ];
    for (const [who, constraint] of refused)
      await expect(insertKey(test, proposal, who)).rejects.toMatchObject({ code: '23514', constraint });
    await expect(insertKey(test, proposal, asRow(people.b), { proxyFor: 'a' })).rejects.toMatchObject({
      constraint: expect.stringMatching(/moderation_(key_proxy|conflict_same_side)/) as string,
    });
    await expect(insertKey(test, proposal, asRow(people.b))).resolves.toBeDefined();
  });

  it('MOD-09: a key for an earlier wording opens nothing', async () => {
    const card = await proposed();
    const stale = proposalOf(card).actionHash;
    const amended = (await desk.amend(people.a2, card, { sanction: { kind: 'warning' } })).answer;
    expect(proposalOf(amended)).toMatchObject({ missing: ['b'], sanction: { kind: 'warning' } });
    expect(proposalOf(amended).keys.map(({ counts }) => counts)).toEqual([false, true]);
    const late = await people.b.api.try('POST /api/dyads/:dyad/desk/:item/proposals/:proposal/keys', {
      params: { dyad: dyad.slug, item: card.id, proposal: proposalOf(card).id },
      body: { actionHash: stale },
    });
    expect([late.status, late.problem.code]).toEqual([409, 'moderation.proposal_changed']);
    // One of each side was given, but not for the same wording.
    const other = (await desk.amend(people.b, amended, { reason: 'OFFTOPIC' })).answer;
    expect(other).toMatchObject({ state: 'proposed', proposal: { missing: ['a'] } });
    expect((await desk.key(people.a, other)).answer.state).toBe('actioned');
  });

  it('MOD-09: changing a proposal does not give it more time', async () => {
    const card = await proposed();
    const amend = () => desk.amend(people.a, card, { reason: 'OFFTOPIC' });
    const amended = (await atAnotherTime(test, { hours: 3 }, amend)).answer;
    expect(proposalOf(amended).expiresAt).toBe(proposalOf(card).expiresAt);
    expect((await desk.amend(people.a, amended, { reason: 'OFFTOPIC' })).problem.code).toBe(
      'moderation.step_not_possible',
    );
  });

  it('gives keys once, whoever asks twice', async () => {
    const card = await proposed();
    const replies = await Promise.all([desk.key(people.b, card), desk.key(people.b2, card)]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await desk.key(people.b, card)).problem.code).toBe('moderation.proposal_closed');
    const ends = await test.database.query(`select 1 from moderation_event where item_id = $1 and type = 'enact'`, [
      card.id,
    ]);
    expect(ends).toHaveLength(1);
  });
});

describe('taking back, opposing, reopening', () => {
  it('only who proposed takes it back, and everything is as before', async () => {
    const card = await proposed();
    expect((await desk.retract(people.a2, card)).problem.code).toBe('moderation.not_own_proposal');
    expect((await desk.retract(people.a, card)).answer).toMatchObject({
      state: 'live',
      shown: true,
      proposal: { state: 'retracted', missing: [] },
    });
    expect((await desk.key(people.b, card)).problem.code).toBe('moderation.proposal_closed');
  });

  it('opposition puts it before a panel', async () => {
    const card = await proposed();
    const opposed = (await desk.oppose(people.b, card)).answer;
    expect(opposed).toMatchObject({ state: 'escalated', shown: true, proposal: { state: 'escalated' } });
    expect(proposalOf(opposed).keys.at(-1)).toMatchObject({ verdict: 'oppose', note: 'Ова е мислење, не реклама.' });
    expect((await desk.key(people.b2, opposed)).problem.code).toBe('moderation.proposal_closed');
  });

  it('a decision is reopened by keys of both sides, and stands when one of them says no', async () => {
    const removed = (await desk.key(people.b, await proposed())).answer;
    expect(removed).toMatchObject({ state: 'actioned', shown: false });
    const reopening = (await desk.propose(people.a2, removed, { measure: 'reopen' })).answer;
    expect(reopening.state).toBe('actioned');
    expect((await desk.oppose(people.b2, reopening)).answer).toMatchObject({
      state: 'actioned',
      proposal: { state: 'restored' },
    });
    const again = (await desk.propose(people.a2, await desk.card(people.a, removed.id), { measure: 'reopen' })).answer;
    const reopened = (await desk.key(people.b2, again)).answer;
    expect(reopened).toMatchObject({ state: 'in_review', shown: false });
    expect((await desk.approve(people.a, reopened)).answer).toMatchObject({ state: 'live', shown: true });
  });

  it('nobody reopens, removes or holds what was decided, alone', async () => {
    const removed = (await desk.key(people.b, await proposed())).answer;
    for (const reply of [
      await desk.approve(people.a, removed),
      await desk.propose(people.a, removed, removal),
      await desk.hold(people.a, removed.content),
      await desk.release(people.a, removed),
    ])
      expect(reply.problem.code).toBe('moderation.step_not_possible');
  });
});
