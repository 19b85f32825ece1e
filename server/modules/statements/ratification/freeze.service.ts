import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../../shared/contract/contract.js';
import { Failure } from '../../../../shared/contract/failure.js';
import { next } from '../../../../shared/statements/ratification.lifecycle.js';
import type * as contracts from '../../../../shared/statements/ratification.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Citations } from '../citations/citations.query.js';
import type { StatementRow } from '../statement.repository.js';
import { partyOf } from './party-of.js';
import { RoundBeginning } from './round-beginning.js';
import { Rounds, type Known } from './rounds.js';
import { StatementAtHand } from './statement-at-hand.js';
import { substanceOf } from './substance-of.js';

/** Two keys: a drafter of one side proposes to freeze exactly this text, a drafter of the other seconds it. */
@Injectable()
export class FreezeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly atHand: StatementAtHand,
    private readonly rounds: Rounds,
    private readonly beginning: RoundBeginning,
    private readonly citations: Citations,
  ) {}

  /** A newer proposal takes the place of an older one. @throws Failure as the contract says */
  propose({ params, body }: InputOf<typeof contracts.proposeFreeze>, permit: Permit): Promise<void> {
    const { dyadId, memberId } = permit.member;
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const { row, whole } = await this.ready(tx, permit, params.statement, body.hash);
      const { quorum, admitted } = await this.beginning.terms(tx, dyadId, body.days);
      if (Math.min(admitted.a, admitted.b) < quorum)
        throw new Failure('ratification.too_few_organisations', { quorum });
      await this.beginning.propose(tx, row, whole, { days: body.days, side: partyOf(permit), memberId });
    });
  }

  /** @throws Failure as the contract says; `statement.changed` also when another proposal took the place of this one */
  second({ params, body }: InputOf<typeof contracts.secondFreeze>, permit: Permit): Promise<void> {
    const { dyadId, memberId } = permit.member;
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const { row, story, round } = await this.ready(tx, permit, params.statement, body.hash);
      const side = partyOf(permit);
      if (story.state !== 'proposed' || round?.days !== body.days) throw new Failure('statement.changed');
      if (story.by === side) throw new Failure('ratification.same_side');
      const terms = await this.beginning.terms(tx, dyadId, round.days);
      const after = next(story, { type: 'second', side, hash: body.hash, ...terms });
      if (after.state !== 'frozen') throw new Failure('ratification.too_few_organisations', { quorum: terms.quorum });
      await this.beginning.freeze(tx, row, round, { terms, memberId });
    });
  }

  private async ready(tx: Tx, permit: Permit, id: string, hash: string): Promise<Known & { row: StatementRow }> {
    const { row, documentRole } = await this.atHand.take(tx, permit.member, id);
    permit.require('statement.freeze', { documentRole });
    const known = await this.rounds.known(tx, row);
    if (known.whole.hash !== hash) throw new Failure('statement.changed');
    if (!known.whole.isAligned) throw new Failure('statement.not_aligned');
    // Held is not gone: a hold takes one key, and ends by itself.
    const clause = await this.citations.firstGone(tx, row.dyadId, substanceOf(known.whole.canonical).clauses);
    if (clause !== undefined) throw new Failure('statement.footnote_gone', { clause });
    return { row, ...known };
  }
}
