import { Injectable } from '@nestjs/common';
import type { ProposalState } from '../../../../shared/moderation/proposal.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Item } from '../items/item.js';
import { ModeratedContents } from '../moderated-content.port.js';
import type { Proposal } from './proposal.js';
import { ProposalClock } from './proposal-clock.js';
import { ProposalRepository } from './proposal.repository.js';

/** Ends the time of proposals, and brings back what no decision keeps from readers any more. */
@Injectable()
export class ProposalClosing {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly time: ProposalClock,
    private readonly contents: ModeratedContents,
    private readonly clock: Clock,
  ) {}

  async close(tx: Tx, proposal: Proposal, state: ProposalState): Promise<void> {
    await this.proposals.setState(tx, proposal.id, state, this.clock.now());
    await this.time.stop(tx, proposal);
  }

  /** No more keys: a panel decides. */
  async handOver(tx: Tx, proposal: Proposal): Promise<void> {
    await this.proposals.setState(tx, proposal.id, 'escalated', null);
    await this.time.stop(tx, proposal);
  }

  /** Shows the words again, if readers had none of them before and have now. */
  async showAgain(tx: Tx, before: Item, after: Item): Promise<void> {
    if (!before.shown && after.shown) await this.contents.of(after.kind).restore(tx, after);
  }
}
