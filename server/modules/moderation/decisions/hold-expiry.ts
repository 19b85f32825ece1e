import { Injectable } from '@nestjs/common';
import { safetyReasons } from '../../../../shared/moderation/reasons.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Item } from '../items/item.js';
import { ItemSteps } from '../items/item-steps.service.js';
import { ModeratedContents } from '../moderated-content.port.js';
import { Escalation } from './escalation.js';
import { HoldReasons } from './hold-reasons.js';
import { isSafety, payloadOf } from './proposal.js';
import { ProposalRepository } from './proposal.repository.js';

/**
 * What the end of a hold's time does: the words are shown again, also while something is being decided about them; where
 * danger is meant they stay held, and a panel decides.
 */
@Injectable()
export class HoldExpiry {
  constructor(
    private readonly steps: ItemSteps,
    private readonly contents: ModeratedContents,
    private readonly proposals: ProposalRepository,
    private readonly escalation: Escalation,
    private readonly reasons: HoldReasons,
  ) {}

  async expire(tx: Tx, item: Item): Promise<void> {
    const proposal = await this.proposals.openOf(tx, item.id);
    if (proposal && isSafety(proposal)) {
      if (item.state === 'proposed') await this.escalation.raise(tx, item, proposal, { event: 'expire' });
      return;
    }
    if (!proposal) {
      const { reason, policyVersion } = await this.reasons.of(tx, item);
      if (safetyReasons.has(reason)) {
        await this.escalation.raiseHold(tx, item, reason, policyVersion);
        return;
      }
    }
    const freed = await this.steps.take(tx, item, {
      event: 'expire',
      ...(proposal && { payload: payloadOf(proposal) }),
    });
    await this.contents.of(item.kind).restore(tx, freed);
  }
}
