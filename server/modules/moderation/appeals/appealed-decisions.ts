import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Decision } from '../decisions/measure.port.js';
import { actionOfProposal } from '../decisions/proposal.js';
import { ProposalRepository } from '../decisions/proposal.repository.js';
import { StatementRepository } from '../reasons/statement.repository.js';
import type { StoredAppeal } from './appeal.js';

/** What was decided, without the item and the event of what is decided about it now. */
export type AppealedDecision = Omit<Decision, 'event' | 'item'>;

/** Looks up what was decided where somebody appeals against it. */
@Injectable()
export class AppealedDecisions {
  constructor(
    private readonly statements: StatementRepository,
    private readonly proposals: ProposalRepository,
    private readonly clock: Clock,
  ) {}

  /** Nothing where a reporter appeals against that nothing was done. */
  async of(
    tx: Tx,
    { memberId, statementId }: Pick<StoredAppeal, 'memberId' | 'statementId'>,
  ): Promise<AppealedDecision | undefined> {
    const statement = statementId === null ? undefined : await this.statements.find(tx, memberId, statementId);
    const proposal = statement?.proposalId ? await this.proposals.find(tx, statement.proposalId) : undefined;
    if (!proposal) return undefined;
    return {
      proposal: proposal.id,
      dyadId: proposal.dyadId,
      class: proposal.class,
      action: actionOfProposal(proposal),
      by: 'appeal',
      at: this.clock.now(),
    };
  }
}
