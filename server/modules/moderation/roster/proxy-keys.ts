import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import { Failure } from '../../../../shared/contract/failure.js';
import { sidesMissing } from '../../../../shared/moderation/decision-classes.rules.js';
import { proxyReviewHours } from '../../../../shared/moderation/time-limits.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Deadlines } from '../deadlines/deadlines.js';
import { KeyRepository } from '../decisions/key.repository.js';
import type { Proposal } from '../decisions/proposal.js';
import { RosterRepository } from './roster.repository.js';

/**
 * Keys that a neutral gives for a side: possible only while that side's key is missing and it has nobody who could give
 * it; looked at by that side afterwards. So a side can neither block by absence, nor be passed over while it is there.
 */
@Injectable()
export class ProxyKeys {
  constructor(
    private readonly roster: RosterRepository,
    private readonly keys: KeyRepository,
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `moderation.proxy_not_possible` */
  async require(tx: Tx, member: DyadMember, proposal: Proposal, side: 'a' | 'b'): Promise<void> {
    const given = await this.keys.of(tx, [proposal.id]);
    const isMissing = sidesMissing(proposal.class, proposal.actionHash, given).includes(side);
    const { dyadId, item } = proposal;
    if (
      member.side !== 'neutral' ||
      !isMissing ||
      (await this.roster.isManned(tx, dyadId, side, item, this.clock.now()))
    )
      throw new Failure('moderation.proxy_not_possible');
  }

  /** That side has so long to look at it. */
  async haveReviewed(tx: Tx, { id, dyadId, item }: Proposal): Promise<void> {
    const dueAt = this.clock.in({ hours: proxyReviewHours });
    await this.deadlines.set(tx, dyadId, { kind: 'proxy_review', itemId: item, proposalId: id, dueAt });
  }
}
