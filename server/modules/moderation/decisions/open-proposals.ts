import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Proposal } from './proposal.js';
import { ProposalRepository } from './proposal.repository.js';

/** Finds the proposal that a moderator means, and whether it is still what they read. */
@Injectable()
export class OpenProposals {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `request.not_found` for a proposal about another item */
  async find(tx: Tx, item: string, id: string): Promise<Proposal> {
    const proposal = await this.proposals.find(tx, id);
    if (proposal?.item !== item) throw new Failure('request.not_found');
    return proposal;
  }

  /**
   * A proposal that still takes keys.
   * @param actionHash what the caller read; left out where nothing depends on it
   * @throws Failure `moderation.proposal_closed` also when its time is over by a moment, `moderation.proposal_changed`
   */
  async require(tx: Tx, item: string, id: string, actionHash?: string): Promise<Proposal> {
    const proposal = await this.find(tx, item, id);
    if (proposal.state !== 'open' || proposal.expiresAt <= this.clock.now())
      throw new Failure('moderation.proposal_closed');
    return same(proposal, actionHash);
  }

  /** A proposal that is before a panel. @throws Failure as `require` */
  async requireEscalated(tx: Tx, item: string, id: string, actionHash: string): Promise<Proposal> {
    const proposal = await this.find(tx, item, id);
    if (proposal.state !== 'escalated') throw new Failure('moderation.proposal_closed');
    return same(proposal, actionHash);
  }
}

function same(proposal: Proposal, actionHash: string | undefined): Proposal {
  if (actionHash !== undefined && proposal.actionHash !== actionHash) throw new Failure('moderation.proposal_changed');
  return proposal;
}
