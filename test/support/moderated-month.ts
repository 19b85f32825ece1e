import { randomUUID } from 'node:crypto';
import { ItemSteps, type Step } from '../../server/modules/moderation/items/item-steps.service.js';
import type { Item } from '../../server/modules/moderation/items/item.js';
import type { Tx } from '../../server/platform/database/tx.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import type { ContentMeasure } from '../../shared/moderation/decision-classes.rules.js';
import type { ReasonCode } from '../../shared/moderation/reasons.js';
import type { TestDyad, TestMember } from './actors.js';
import type { TestApp } from './app.js';

/** Numbers that look random and are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Who takes part in what `moderate` lets happen. */
export interface Parties {
  readonly authors: readonly TestMember[];
  readonly moderators: Readonly<Record<'a' | 'b' | 'neutral', TestMember>>;
  readonly reporter: TestMember;
}

/** How often moderators restrict what members of a side write. */
export type Habits = Readonly<Record<'a' | 'b', number>>;

/**
 * Lets so many items be written, reported, held, decided and appealed, one after the other, over some days from now on; by the
 * steps that everything goes through, and without the pages around them. The clock stands at the end of these days then.
 */
export async function moderate(
  { app, clock }: Pick<TestApp, 'app' | 'clock'>,
  dyad: TestDyad,
  parties: Parties,
  { items, days, seed, habits }: { items: number; days: number; seed: number; habits: Habits },
): Promise<void> {
  const random = seeded(seed);
  const steps = app.get(ItemSteps);
  const share = (days * 86_400) / items;
  for (let one = 0; one < items; one += 1) {
    const author = parties.authors[one % parties.authors.length];
    if (!author) throw new Error('Nobody writes');
    const act = actsOn(steps, parties, author, random);
    const wait = Math.floor(share * (0.1 + random() * 0.8));
    await app.get(UnitOfWork).run({ dyadId: dyad.id }, async (tx) => {
      const isRestricted = author.side !== 'neutral' && random() < habits[author.side];
      const item = await act.write(tx, dyad);
      clock.advance({ seconds: wait });
      await act.decide(tx, item, isRestricted);
    });
    clock.advance({ seconds: Math.floor(share - wait) });
  }
}

/** What happens to one item. */
function actsOn(steps: ItemSteps, { moderators, reporter }: Parties, author: TestMember, random: () => number) {
  const [first, second] = random() < 0.5 ? (['a', 'b'] as const) : (['b', 'a'] as const);
  const as = (who: TestMember) => ({ memberId: who.id, side: who.side });
  const reasons: readonly ReasonCode[] = ['HATE', 'OFFTOPIC'];
  const reason = reasons[random() < 0.6 ? 0 : 1] ?? 'HATE';
  const isReported = random() < 0.7;
  const take = (tx: Tx, item: Item, step: Step) => steps.take(tx, item, step);
  const byTwo = async (tx: Tx, item: Item, measure: ContentMeasure): Promise<Item> => {
    const payload = { proposal: randomUUID(), measure };
    const action = { measure, sanction: random() < 0.3 && measure === 'remove' ? { kind: 'silence', days: 3 } : null };
    const proposed = await take(tx, item, {
      event: 'propose',
      actor: as(moderators[first]),
      reason,
      payload: { ...payload, action },
    });
    const keyed = await take(tx, proposed, { event: 'key', actor: as(moderators[second]), payload });
    return take(tx, keyed, { event: 'enact', tool: 'desk', automated: false, reason, payload });
  };
  return {
    write: (tx: Tx, { id }: TestDyad): Promise<Item> =>
      steps.begin(
        tx,
        id,
        {
          kind: 'post',
          content: randomUUID(),
          place: randomUUID(),
          amends: false,
          authorId: author.id,
          authorSide: author.side,
        },
        {
          event: 'submit',
          actor: as(author),
          tool: 'author',
          payload: { mode: isReported ? 'post' : 'pre', revision: 1, concerns: [] },
        },
      ),
    decide: async (tx: Tx, item: Item, isRestricted: boolean): Promise<void> => {
      if (!isReported) {
        const event = isRestricted ? 'return' : 'approve';
        await take(tx, item, { event, actor: as(moderators[first]), ...(isRestricted && { reason }) });
        return;
      }
      const reported = await take(tx, item, { event: 'report', actor: as(reporter), tool: 'reader', reason });
      const ended = await byTwo(tx, reported, isRestricted ? 'remove' : 'dismiss');
      if (!isRestricted || random() < 0.5) return;
      const appeal = { appeal: randomUUID(), measure: 'remove' as const };
      const appealed = await take(tx, ended, { event: 'appeal', actor: as(author), tool: 'author', payload: appeal });
      const verdict = random() < 0.5 ? 'overturn' : 'uphold';
      await take(tx, appealed, { event: verdict, tool: 'panel', automated: false, reason, payload: appeal });
    },
  };
}
