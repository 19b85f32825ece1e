import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type { ClaimView } from '../../../../shared/moderation/claim.schema.js';
import { nextStanding } from '../../../../shared/moderation/next-standing.js';
import { claim as times } from '../../../../shared/moderation/time-limits.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { MemberReader } from '../../dyads/member.reader.js';
import type { Item } from '../items/item.js';
import { actorOf, ItemSteps } from '../items/item-steps.service.js';
import { ClaimRepository, type Claim } from './claim.repository.js';
import { claimView } from './claim.view.js';

/**
 * Taking up items, inside a transaction. One moderator of each side can, so that no side waits for the other; a claim keeps
 * colleagues from doing the same work, and gives no right that they lack.
 */
@Injectable()
export class Claims {
  constructor(
    private readonly claims: ClaimRepository,
    private readonly steps: ItemSteps,
    private readonly members: MemberReader,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes up a locked item. What another has left, whose time is over, is taken over; that is kept as an event.
   * @throws Failure `moderation.step_not_possible` where nothing is to be done; `moderation.claimed`
   */
  async take(tx: Tx, member: DyadMember, item: Item): Promise<ClaimView> {
    if (!nextStanding(item, 'takeover')) throw new Failure('moderation.step_not_possible');
    const { memberId, side } = member;
    const held = await this.claims.lock(tx, { itemId: item.id, side });
    const isOwn = held?.memberId === memberId;
    if (held && !isOwn) {
      await this.refuseWhileRunning(tx, held);
      await this.steps.take(tx, item, {
        event: 'takeover',
        actor: actorOf(member),
        payload: { holder: held.memberId },
      });
    } else await this.steps.tellDesks(tx, item);
    const since = isOwn && this.isRunning(held) ? held.since : this.clock.now();
    return this.put(tx, member, { itemId: item.id, side, memberId, since });
  }

  /** @throws Failure `moderation.claimed` by another now; `moderation.claim_ended` when it was given back or decided */
  async keep(tx: Tx, member: DyadMember, item: Item): Promise<ClaimView> {
    const held = await this.claims.lock(tx, { itemId: item.id, side: member.side });
    if (!held) throw new Failure('moderation.claim_ended');
    if (held.memberId !== member.memberId) {
      await this.refuseWhileRunning(tx, held);
      throw new Failure('moderation.claim_ended');
    }
    return this.put(tx, member, held);
  }

  /** Gives back what one has taken up; what one has not is nothing to give back. */
  async release(tx: Tx, { memberId, side }: DyadMember, item: Item): Promise<void> {
    if (await this.claims.release(tx, { itemId: item.id, side }, memberId)) await this.steps.tellDesks(tx, item);
  }

  private async put(tx: Tx, { dyadId }: DyadMember, claim: Omit<Claim, 'expiresAt'>): Promise<ClaimView> {
    const kept = { ...claim, expiresAt: this.clock.in({ minutes: times.leaseMinutes }) };
    await this.claims.put(tx, dyadId, kept);
    const people = await this.members.views(tx, [kept.memberId]);
    const [view] = claimView(kept, people);
    if (!view) throw new Error('Whoever takes up an item is no member');
    return view;
  }

  private isRunning({ expiresAt }: Claim): boolean {
    return expiresAt > this.clock.now();
  }

  private async refuseWhileRunning(tx: Tx, held: Claim): Promise<void> {
    if (!this.isRunning(held)) return;
    const holder = (await this.members.views(tx, [held.memberId])).get(held.memberId);
    throw new Failure('moderation.claimed', {
      name: holder?.pseudonym ?? '',
      until: held.expiresAt.toISOString(),
    });
  }
}
