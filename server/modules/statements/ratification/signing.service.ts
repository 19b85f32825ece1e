import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../../shared/contract/contract.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type * as contracts from '../../../../shared/statements/ratification.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Delegates } from './delegates.js';
import { partyOf } from './party-of.js';
import { RoundSteps } from './round-steps.js';
import { StatementAtHand } from './statement-at-hand.js';

/** What organisations say to a frozen statement, through their delegates. */
@Injectable()
export class SigningService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly atHand: StatementAtHand,
    private readonly delegates: Delegates,
    private readonly steps: RoundSteps,
  ) {}

  /** @throws Failure as the contract says */
  async sign({ params, body }: InputOf<typeof contracts.signStatement>, permit: Permit): Promise<void> {
    const { dyadId, memberId } = permit.member;
    const heard = await this.unitOfWork.run({ dyadId }, async (tx) => {
      const at = await this.atHand.takeFor(tx, permit.member, params.statement, body.organisation);
      permit.require('statement.sign', at);
      if (!at.signedFor) throw new Failure('access.not_delegate');
      const { hash, reservations } = body;
      return this.steps.sign(tx, at.row, { organisation: at.signedFor, memberId, hash, reservations });
    });
    // What was written in the moment of the freeze gave the statement back; that stands, and the caller is told.
    if (heard === 'changed') throw new Failure('statement.changed');
  }

  /** @throws Failure as the contract says */
  decline({ params, body }: InputOf<typeof contracts.declineStatement>, permit: Permit): Promise<void> {
    const { dyadId, memberId } = permit.member;
    const { reason: text, language, hash } = body;
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const at = await this.atHand.takeFor(tx, permit.member, params.statement, body.organisation);
      permit.require('statement.decline', at);
      if (!at.signedFor) throw new Failure('access.not_delegate');
      await this.delegates.requireLanguage(tx, dyadId, language);
      await this.steps.decline(tx, at.row, { organisation: at.signedFor, memberId, hash }, { text, language });
    });
  }

  /** @throws Failure as the contract says */
  takeBack({ params, body }: InputOf<typeof contracts.takeBackFreeze>, permit: Permit): Promise<void> {
    const { dyadId, memberId } = permit.member;
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const { row, documentRole } = await this.atHand.take(tx, permit.member, params.statement);
      permit.require('statement.take_back', { documentRole });
      await this.steps.takeBack(tx, row, { hash: body.hash, side: partyOf(permit), memberId });
    });
  }
}
