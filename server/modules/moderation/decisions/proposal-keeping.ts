import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Proposal } from './proposal.js';
import { ProposalClock } from './proposal-clock.js';
import { ProposalRepository } from './proposal.repository.js';

/** Keeps proposals together with their moments. */
@Injectable()
export class ProposalKeeping {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly time: ProposalClock,
  ) {}

  /** @throws Failure `moderation.step_not_possible` while another one about the same item is not over */
  async add(tx: Tx, proposal: Proposal): Promise<void> {
    if (await this.proposals.openOf(tx, proposal.item)) throw new Failure('moderation.step_not_possible');
    await this.proposals.add(tx, proposal);
    await this.time.start(tx, proposal);
  }

  async reword(tx: Tx, proposal: Proposal): Promise<void> {
    await this.proposals.reword(tx, proposal);
    await this.time.move(tx, proposal);
  }
}
