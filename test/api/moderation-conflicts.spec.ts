import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskItem } from '../../shared/moderation/desk.schema.js';
import { conflictRules, type ConflictRule } from '../../shared/moderation/proposal.rules.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { ItemRepository } from '../../server/modules/moderation/items/item.repository.js';
import { ItemSteps } from '../../server/modules/moderation/items/item-steps.service.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { openThread, openTopic, write, type TestTopic } from '../support/forum.js';
import {
  asRow,
  atAnotherTime,
  deskOf,
  insertKey,
  moderatorsOf,
  proposalOf,
  stayIn,
  type TestDesk,
} from '../support/moderation.js';
import { ofBothSides, together } from '../support/ratification.js';

let test: TestApp;
let dyad: TestDyad;
let desk: TestDesk;
let topic: TestTopic;
let author: TestMember;
let ana: TestMember;
let proposer: TestMember;

beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  desk = deskOf(dyad);
  author = await member(test, dyad, { side: 'a' });
  ana = await member(test, dyad, { side: 'a' });
  [proposer] = await moderatorsOf(test, dyad, ['b']);
  topic = await openTopic(test, dyad, 'school', 'pre');
});
afterAll(() => test.close());

/** A moderator of side a, who can also write. */
const moderator = (): Promise<TestMember> => member(test, dyad, { side: 'a', roles: ['citizen', 'moderator'] });

interface Case {
  /** Who tries to give a key. */
  readonly who: TestMember;
  /** What is proposed about. */
  readonly card: DeskItem;
}

/** A proposal of the other side about a post, by default the author's in a thread of its own. */
async function about(text = 'Купете евтино', by = author, inThread?: string): Promise<DeskItem> {
  const thread = inThread ?? (await openThread(test, topic, ana)).thread;
  const { id } = await write(by, dyad, thread, text);
  return (await desk.propose(proposer, await desk.cardOf(proposer, id))).answer;
}

/** What brings somebody too near to a case, by the rule that says so. */
const near: Record<ConflictRule, () => Promise<Case>> = {
  author: async () => {
    const who = await moderator();
    return { who, card: await about('Свои думи', who) };
  },
  reporter: async () => {
    const who = await moderator();
    const card = await about();
    await report(who, card);
    return { who, card: await desk.card(proposer, card.id) };
  },
  target: async () => {
    const who = await moderator();
    return { who, card: await about(`Виж @"${who.pseudonym}" какво прави`) };
  },
  same_place: async () => {
    const who = await moderator();
    const { thread } = await openThread(test, topic, ana);
    await write(who, dyad, thread, 'И аз бях тук');
    return { who, card: await about('Купете евтино', author, thread) };
  },
  same_organisation: async () => {
    const who = await moderator();
    const writer = await member(test, dyad, { side: 'a' });
    const stewards = await ofBothSides(test, dyad, ['steward']);
    const name = { bg: `Хор ${writer.id}`, mk: `Хор ${writer.id}` };
    await together(dyad, stewards, 'organisation.admit', { side: 'a', name, purpose: name });
    const { organisations } = await ana.api.call('GET /api/dyads/:dyad/organisations', { params: { dyad: dyad.slug } });
    for (const one of [who, writer])
      await together(dyad, stewards, 'delegate.name', {
        organisation: organisations.find((one) => one.name['bg'] === name.bg)?.id,
        member: one.id,
      });
    return { who, card: await about('Нашият хор пее', writer) };
  },
  same_person: async () => ({ who: proposer, card: await about() }),
  same_side: async () => {
    const [who] = await moderatorsOf(test, dyad, ['b']);
    return { who, card: await about() };
  },
  earlier_key: async () => ({ who: proposer, card: await about() }),
};

/** A report as it is counted: an event of the item that names who made it. */
async function report(who: TestMember, { id }: DeskItem): Promise<void> {
  const app = test.app;
  await app.get(UnitOfWork).run({ dyadId: dyad.id }, async (tx) => {
    await test.database.query(`update moderation_item set shown = true where id = $1`, [id]);
    const item = (await app.get(ItemRepository).lockMany(tx, [id])).get(id);
    if (!item) throw new Error('not there');
    await app.get(ItemSteps).take(tx, item, {
      event: 'report',
      tool: 'reader',
      actor: { memberId: who.id, side: who.side },
      reason: 'SPAM',
    });
  });
}

/** An event as a hole in the application would add it: the newest of the item again, as somebody's decision. */
const insertStep = ({ id }: DeskItem, by: TestMember, type: string): Promise<unknown> =>
  test.database.query(
    `insert into moderation_event (id, dyad_id, item_id, seq, previous, hash, type, state, actor_id, actor_side, note, payload,
       tool, automated, at)
     select gen_random_uuid(), dyad_id, item_id, seq + 1000000, previous, hash, $2, state, $3, $4, note, payload, 'desk', false, $5
     from moderation_event where item_id = $1 order by seq desc limit 1`,
    [id, type, by.id, by.side, test.clock.now()],
  );

describe('MOD-13: whoever stands too near to a case', () => {
  it.each(conflictRules.filter((rule) => rule !== 'earlier_key'))(
    'gives no key: %s is refused by the database, and the API says so',
    async (rule) => {
      const { who, card } = await near[rule]();
      await expect(insertKey(test, proposalOf(card), asRow(who))).rejects.toMatchObject({
        code: '23514',
        constraint: `moderation_conflict_${rule}`,
      });
      const { problem } = await desk.key(who, card);
      expect(problem.status).toBe(403);
      // One's own item is refused by the policy table already, before the database is asked.
      if (rule === 'author') expect(problem.code).toBe('access.own_item');
      else expect(problem).toMatchObject({ code: 'moderation.conflict_of_interest', params: { rule } });
      const after = await desk.card(proposer, card.id);
      expect([after.state, after.version, after.proposal?.keys.length]).toEqual(['proposed', card.version, 1]);
    },
  );

  it.each(['author', 'reporter', 'target', 'same_place', 'same_organisation'] as const)(
    'opposes nothing and proposes nothing either: %s',
    async (rule) => {
      const { who, card } = await near[rule]();
      await expect(insertKey(test, proposalOf(card), asRow(who), { verdict: 'oppose' })).rejects.toMatchObject({
        constraint: `moderation_conflict_${rule}`,
      });
      expect((await desk.oppose(who, card)).status).toBe(403);
      const free = (await desk.retract(proposer, card)).answer;
      expect((await desk.propose(who, free)).status).toBe(403);
    },
  );

  it.each(['author', 'reporter', 'target', 'same_place', 'same_organisation'] as const)(
    'approves nothing and returns nothing with a single key: %s',
    async (rule) => {
      const { who, card } = await near[rule]();
      const free = (await desk.retract(proposer, card)).answer;
      await expect(insertStep(free, who, 'approve')).rejects.toMatchObject({
        code: '23514',
        constraint: `moderation_conflict_${rule}`,
      });
      const refusals = [await desk.approve(who, free)];
      if (free.state === 'pending') refusals.push(await desk.giveBack(who, free));
      for (const { status, problem } of refusals) {
        expect(status).toBe(403);
        if (rule !== 'author') expect(problem.params).toEqual({ rule });
      }
      const after = await desk.card(proposer, free.id);
      expect([after.state, after.version]).toEqual([free.state, free.version]);
      expect((await desk.approve(proposer, after)).status).toBe(200);
    },
  );

  it('sits on no panel: the database refuses the seat', async () => {
    for (const rule of ['author', 'reporter', 'target', 'same_place', 'same_organisation', 'earlier_key'] as const) {
      const { who, card } = await near[rule]();
      const [panel] = await test.database.query<{ id: string }>(
        `insert into moderation_panel (id, dyad_id, item_id, proposal_id, state, opened_at, due_at)
         values (gen_random_uuid(), $1, $2, $3, 'deliberating', now(), now()) returning id`,
        [dyad.id, card.id, proposalOf(card).id],
      );
      await expect(
        test.database.query(
          `insert into moderation_panel_seat (panel_id, side, dyad_id, member_id, at) values ($1, $2, $3, $4, $5)`,
          [panel?.id, who.side, dyad.id, who.id, test.clock.now()],
        ),
      ).rejects.toMatchObject({ code: '23514', constraint: `moderation_conflict_${rule}` });
    }
  });

  it('gives a key again a day after writing in the same place', async () => {
    const { who, card } = await near.same_place();
    await stayIn(test);
    const refused = await atAnotherTime(test, { hours: 11 }, () => desk.key(who, card));
    expect(refused.problem.params).toEqual({ rule: 'same_place' });
    const proposal = proposalOf(card);
    const later = new Date(test.clock.now().getTime() + 25 * 3_600_000);
    await expect(insertKey(test, proposal, asRow(who), { at: later })).resolves.toBeDefined();
  });

  it('is nobody who only belongs to the same side, the same topic or to an organisation of their own', async () => {
    const who = await moderator();
    const { thread } = await openThread(test, topic, ana);
    await write(who, dyad, thread, 'В друг разговор');
    expect((await desk.key(who, await about())).answer.state).toBe('actioned');
  });
});
