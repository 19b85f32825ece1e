import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../../shared/contract/contract.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type * as contracts from '../../../../shared/statements/ratification.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Reservations } from './reservations.js';
import { StatementAtHand } from './statement-at-hand.js';
import { StatementStates } from './statement-states.js';
import { WholeStatement } from './whole-statement.js';

/** Reservations while a statement is written; once it is frozen they are frozen with it. */
@Injectable()
export class ReservationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly atHand: StatementAtHand,
    private readonly whole: WholeStatement,
    private readonly reservations: Reservations,
    private readonly states: StatementStates,
  ) {}

  /** @throws Failure as the contract says */
  write(
    { params, body, idempotency }: InputOf<typeof contracts.writeReservation>,
    permit: Permit,
  ): Promise<{ reservation: string }> {
    const { dyadId, memberId } = permit.member;
    const { organisation: organisationId, clause, text } = body;
    return this.unitOfWork.once({ dyadId }, permit, idempotency, async (tx) => {
      const at = await this.atHand.takeFor(tx, permit.member, params.statement, organisationId);
      permit.require('reservation.write', at);
      if (at.row.state !== 'drafting') throw new Failure('reservation.fixed');
      const { clauses } = await this.whole.look(tx, at.row);
      const given = { organisationId, memberId, clause, text };
      const reservation = await this.reservations.add(tx, at.row, clauses, given);
      await this.states.tell(tx, { dyadId, statementId: at.row.id });
      return { reservation };
    });
  }

  /** @throws Failure as the contract says */
  withdraw({ params }: InputOf<typeof contracts.withdrawReservation>, permit: Permit): Promise<void> {
    const { dyadId, memberId } = permit.member;
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const found = await this.reservations.find(tx, params.statement, params.reservation);
      const at = await this.atHand.takeFor(tx, permit.member, params.statement, found?.organisationId ?? '');
      if (!found) throw new Failure('request.not_found');
      permit.require('reservation.write', at);
      if (at.row.state !== 'drafting') throw new Failure('reservation.fixed');
      await this.reservations.withdraw(tx, { dyadId, id: found.id, memberId });
      await this.states.tell(tx, { dyadId, statementId: at.row.id });
    });
  }
}
