import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import type { Party, Terms } from '../../../../shared/statements/ratification.lifecycle.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { timeOrderedId } from '../../../platform/ids/ids.js';
import type { StatementRow } from '../statement.repository.js';
import { VersionKeeping } from '../versions/version-keeping.js';
import { RatificationRepository, type RoundRow } from './ratification.repository.js';
import { SigningTerms } from './signing-terms.js';
import { StatementStates } from './statement-states.js';
import type { Whole } from './whole-statement.js';

/** The beginning of a time of signing: what was proposed, on which terms, and the version that is kept of it. */
@Injectable()
export class RoundBeginning {
  constructor(
    private readonly repository: RatificationRepository,
    private readonly states: StatementStates,
    private readonly versions: VersionKeeping,
    private readonly signingTerms: SigningTerms,
    private readonly clock: Clock,
  ) {}

  terms(tx: Tx, dyadId: string, days: number): Promise<Terms> {
    return this.signingTerms.of(tx, dyadId, days);
  }

  async propose(
    tx: Tx,
    { id, dyadId }: StatementRow,
    { hash, canonical }: Whole,
    { days, side, memberId }: { readonly days: number; readonly side: Party; readonly memberId: string },
  ): Promise<void> {
    const proposedAt = this.clock.now();
    const place = { dyadId, statementId: id };
    const given = { days, proposedBy: memberId, proposedBySide: side, proposedAt };
    await this.repository.add(tx, { id: timeOrderedId(proposedAt), ...place, hash, canonical, ...given });
    await this.states.tell(tx, place);
  }

  /** @throws Failure `statement.changed` when somebody wrote in this very moment */
  async freeze(
    tx: Tx,
    statement: StatementRow,
    round: RoundRow,
    { terms, memberId }: { readonly terms: Terms; readonly memberId: string },
  ): Promise<void> {
    const kept = await this.versions.keep(tx, { statement, memberId, kind: 'frozen' });
    if (kept.hash !== round.hash) throw new Failure('statement.changed');
    await this.repository.freeze(tx, round.id, {
      quorum: terms.quorum,
      secondedBy: memberId,
      frozenAt: this.clock.now(),
      endsAt: new Date(terms.endsAt),
    });
    await this.states.become(tx, round, 'frozen');
  }
}
