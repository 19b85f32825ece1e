import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { Item } from '../items/item.js';
import { Escalation } from './escalation.js';
import { Outcomes } from './outcomes.js';
import { isSafety, type Proposal } from './proposal.js';

/** Ends a proposal whose time is over. */
@Injectable()
export class ProposalLapse {
  constructor(
    private readonly outcomes: Outcomes,
    private readonly escalation: Escalation,
  ) {}

  async end(tx: Tx, item: Item, proposal: Proposal): Promise<void> {
    // A decision that nobody reopened in time stands; there is nothing to ask a panel.
    if (isSafety(proposal) && proposal.measure !== 'reopen')
      await this.escalation.raise(tx, item, proposal, { event: 'lapse' });
    else await this.outcomes.end(tx, item, proposal, 'lapsed', {});
  }
}
