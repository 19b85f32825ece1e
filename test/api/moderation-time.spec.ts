import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskItem } from '../../shared/moderation/desk.schema.js';
import { reasonCodes, safetyReasons } from '../../shared/moderation/reasons.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { openThread, openTopic, write } from '../support/forum.js';
import {
  atAnotherTime,
  deskOf,
  livePost,
  moderatorsOf,
  proposalOf,
  stayIn,
  timePassed,
  waitingPost,
  type TestDesk,
} from '../support/moderation.js';

let test: TestApp;
let dyad: TestDyad;
let author: TestMember;
let ofA: TestMember;
let ofB: TestMember;
let desk: TestDesk;
let thread: string;

beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  author = await member(test, dyad, { side: 'b' });
  [ofA, ofB] = await moderatorsOf(test, dyad, ['a', 'b']);
  desk = deskOf(dyad);
  const ana = await member(test, dyad, { side: 'a' });
  thread = (await openThread(test, await openTopic(test, dyad, 'school', 'pre'), ana)).thread;
});
afterAll(() => test.close());

const post = () => ({ author, dyad, thread });
const live = (): Promise<DeskItem> => livePost(desk, ofA, post());
const held = async (reason: (typeof reasonCodes)[number]): Promise<DeskItem> =>
  (await desk.hold(ofA, (await live()).content, reason)).answer;
const eventsOf = async (item: string): Promise<string[]> =>
  (
    await test.database.query<{ type: string }>(`select type from moderation_event where item_id = $1 order by seq`, [
      item,
    ])
  ).map(({ type }) => type);
const look = ({ id }: DeskItem) => desk.card(ofA, id);

describe('MOD-11: when the time of a proposal runs out', () => {
  const begins = {
    'before readers': live,
    'waiting for a moderator': () => waitingPost(desk, ofA, post()),
  } as const;
  it.each(Object.entries(begins))(
    'the words are restored, or a panel is asked; never removed: %s',
    async (_, begin) => {
      const cards: [DeskItem, DeskItem, boolean][] = [];
      for (const reason of reasonCodes) {
        const before = await begin();
        const { answer } = await desk.propose(ofA, before, { reason });
        cards.push([before, answer, safetyReasons.has(reason)]);
      }
      await atAnotherTime(test, { hours: 11 }, async () => {
        for (const [, card] of cards) expect((await look(card)).state).toBe('proposed');
      });
      await atAnotherTime(test, { hours: 12, minutes: 1 }, async () => {
        for (const [before, card, isSafety] of cards) {
          const after = await look(card);
          expect(after.shown).toBe(before.shown);
          expect(after.state).toBe(isSafety ? 'escalated' : before.state);
          expect(proposalOf(after).state).toBe(isSafety ? 'escalated' : 'lapsed');
        }
      });
    },
  );

  it('a hold under it ends first, and shows the words; of the safety set it stays until the panel decides', async () => {
    for (const reason of ['OFFTOPIC', 'THREAT'] as const) {
      const card = (await desk.propose(ofA, await held(reason), { reason, sanction: { kind: 'ban' } })).answer;
      expect(card).toMatchObject({ state: 'proposed', shown: false, proposal: { class: 'T2' } });
      await atAnotherTime(test, { hours: 24, minutes: 1 }, async () => {
        expect(await look(card)).toMatchObject(
          reason === 'OFFTOPIC' ? { state: 'proposed', shown: true } : { state: 'escalated', shown: false },
        );
      });
    }
  });

  it('a decision that nobody reopened in time stands', async () => {
    const removed = (await desk.key(ofB, (await desk.propose(ofA, await live(), { reason: 'HATE' })).answer)).answer;
    const reopening = (await desk.propose(ofA, removed, { measure: 'reopen', reason: 'HATE' })).answer;
    await atAnotherTime(test, { hours: 13 }, async () => {
      expect(await look(reopening)).toMatchObject({ state: 'actioned', shown: false, proposal: { state: 'lapsed' } });
    });
  });

  it('both desks are told before: at four hours, and at eight', async () => {
    const card = (await desk.propose(ofA, await live())).answer;
    const told = async () =>
      (
        await test.database.query<{ about: { why: string } }>(
          `select about from signal where kind = 'desk.key_wanted' and about->>'item' = $1 order by seq`,
          [card.id],
        )
      ).map(({ about }) => about.why);
    await atAnotherTime(test, { hours: 3 }, async () => expect(await told()).toEqual([]));
    await atAnotherTime(test, { hours: 4, minutes: 1 }, async () => expect(await told()).toEqual(['reminder']));
    await atAnotherTime(test, { hours: 8, minutes: 1 }, async () =>
      expect(await told()).toEqual(['reminder', 'roster_call']),
    );
  });
});

describe('MOD-12: a hold', () => {
  it('ends by itself and shows the words, once, whoever looks at the same time', async () => {
    const card = await held('SPAM');
    test.clock.advance({ hours: 24, minutes: 1 });
    await Promise.all([timePassed(test), timePassed(test)]);
    await stayIn(test);
    expect(await look(card)).toMatchObject({ state: 'live', shown: true, heldUntil: null });
    test.clock.advance({ hours: -24, minutes: -1 });
    expect((await eventsOf(card.id)).filter((type) => type === 'expire')).toHaveLength(1);
  });

  it('because of danger goes to a panel, which nobody proposed to ask', async () => {
    const card = await held('DOXX');
    await atAnotherTime(test, { hours: 24, minutes: 1 }, async () => {
      expect(await look(card)).toMatchObject({
        state: 'escalated',
        shown: false,
        proposal: { proposedBy: null, measure: 'remove', reason: 'DOXX', keys: [] },
      });
    });
  });

  it('that was ended, and began anew, ends when the second one does', async () => {
    const card = await held('SPAM');
    const free = (await desk.release(ofA, card)).answer;
    const later = await atAnotherTime(test, { hours: 5 }, () => desk.hold(ofA, free.content, 'SPAM'));
    await atAnotherTime(test, { hours: 25 }, async () => expect((await look(card)).state).toBe('held'));
    await atAnotherTime(test, { hours: 29, minutes: 1 }, async () => expect((await look(card)).state).toBe('live'));
    expect(later.status).toBe(200);
  });
});

describe('a moment that cannot be done', () => {
  it('keeps no other from being done, and is tried again', async () => {
    const broken = await held('SPAM');
    const fine = await held('SPAM');
    // Words that are not there cannot be shown again.
    await test.database.query(`update moderation_item set content_id = gen_random_uuid() where id = $1`, [broken.id]);
    const [due] = await test.database.query<{ id: string }>(
      `update moderation_deadline set due_at = due_at - interval '1 hour' where item_id = $1 and kind = 'hold' returning id`,
      [broken.id],
    );
    await atAnotherTime(test, { hours: 24, minutes: 1 }, async () => {
      await timePassed(test);
      expect((await look(fine)).state).toBe('live');
    });
    const [left] = await test.database.query<{ done: boolean }>(
      `select done_at is not null as done from moderation_deadline where id = $1`,
      [due?.id],
    );
    expect(left?.done).toBe(false);
    await test.database.query(`update moderation_item set content_id = $2 where id = $1`, [broken.id, broken.content]);
    await test.database.query(`update moderation_deadline set id = gen_random_uuid() where id = $1`, [due?.id]);
    await atAnotherTime(test, { hours: 24, minutes: 1 }, async () => expect((await look(broken)).state).toBe('live'));
  });
});

describe('MOD-10: the second key and the end of its time', () => {
  it('have one outcome each of 200 times they meet', async () => {
    const cards = await twoHundredProposals();
    const began = test.clock.now().getTime();
    const outcomes = new Map<string, number>();
    // By how many milliseconds the key comes before the end: less when it won, more when it lost, so that on a machine of
    // any speed they meet.
    let early = 12;
    for (const card of cards) {
      const until = () => Date.parse(proposalOf(card).expiresAt) - test.clock.now().getTime();
      test.clock.advance({ seconds: (until() - 2_000) / 1000 });
      await stayIn(test);
      test.clock.advance({ seconds: (until() - early) / 1000 });
      const [key] = await Promise.all([desk.key(ofB, card), timePassed(test)]);
      await timePassed(test);
      const ends = (await eventsOf(card.id)).filter((type) => type === 'enact' || type === 'lapse');
      expect(ends).toHaveLength(1);
      expect(ends[0]).toBe(key.status === 200 ? 'enact' : 'lapse');
      if (key.status !== 200) expect(key.problem.code).toBe('moderation.proposal_closed');
      outcomes.set(ends[0] ?? '', (outcomes.get(ends[0] ?? '') ?? 0) + 1);
      early = ends[0] === 'enact' ? early * 0.8 : Math.min(1_500, early * 1.25);
    }
    test.clock.advance({ seconds: (began - test.clock.now().getTime()) / 1000 });
    // Both do win: else nothing met.
    expect(outcomes.get('enact')).toBeGreaterThan(10);
    expect(outcomes.get('lapse')).toBeGreaterThan(10);
    const [open] = await test.database.query<{ open: number }>(
      `select count(*)::int as open from moderation_deadline d join moderation_proposal p on p.id = d.proposal_id
       where d.done_at is null and p.state in ('enacted', 'lapsed')`,
    );
    expect(open?.open).toBe(0);
  }, 120_000);
});

/** Proposed by side a, in four bulks; each about a post of its own. */
async function twoHundredProposals(): Promise<DeskItem[]> {
  const busy = (await openThread(test, await openTopic(test, dyad, 'railway', 'post'), author)).thread;
  const cards: DeskItem[] = [];
  for (let bulk = 0; bulk < 4; bulk += 1) {
    const posts: string[] = [];
    for (let post = 0; post < 50; post += 1) posts.push((await write(author, dyad, busy, `Ред ${post}`)).id);
    const items = await test.database.query<{ item: string; version: number }>(
      `select id as item, version from moderation_item where content_id = any($1::uuid[]) order by id`,
      [posts],
    );
    const { results } = await desk.proposeTogether(ofA, items);
    cards.push(...results.flatMap(({ card }) => card ?? []));
  }
  return cards;
}
