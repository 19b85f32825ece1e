import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../shared/contract/contract.js';
import { Failure } from '../../../shared/contract/failure.js';
import type * as contracts from '../../../shared/statements/statement.contract.js';
import { statementChanged } from '../../../shared/statements/statement.signals.js';
import { Documents } from '../documents/documents.port.js';
import type { Permit } from '../../platform/access/permit.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Signals } from '../../platform/events/signals.js';
import { timeOrderedId } from '../../platform/ids/ids.js';
import { hashOfClause, hasBothTexts } from './clause-keys.js';
import { readClauses, type DocumentClause } from './statement-document.js';
import { roleIn } from './statement.reader.js';
import { StatementRepository, type ClauseKeyRow } from './statement.repository.js';

interface Place {
  readonly statement: string;
  readonly clause: string;
}

/** The keys of the one-text procedure: each is given by somebody of a side to exactly the texts they saw. */
@Injectable()
export class ClauseKeyService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly statements: StatementRepository,
    private readonly documents: Documents,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `clause.changed` when the texts are not those that the caller saw, `clause.empty`, `access.other_side` */
  give({ params, body }: InputOf<typeof contracts.giveClauseKey>, permit: Permit): Promise<void> {
    return this.unitOfWork.run({ dyadId: permit.member.dyadId }, async (tx) => {
      const clause = await this.clauseNow(tx, permit, params);
      const hash = hashOfClause(clause);
      if (hash !== body.hash) throw new Failure('clause.changed');
      if (!hasBothTexts(clause)) throw new Failure('clause.empty');
      await this.add(tx, permit, params, body.kind, hash);
    });
  }

  /** Takes all that one's side gave back. */
  withdraw({ params }: InputOf<typeof contracts.withdrawClauseKey>, permit: Permit): Promise<void> {
    return this.unitOfWork.run({ dyadId: permit.member.dyadId }, async (tx) => {
      await this.add(tx, permit, params, 'withdraw', hashOfClause(await this.clauseNow(tx, permit, params)));
    });
  }

  private async clauseNow(tx: Tx, permit: Permit, { statement, clause }: Place): Promise<DocumentClause> {
    const row = await this.statements.lock(tx, permit.member.dyadId, statement);
    if (!row) throw new Failure('request.not_found');
    permit.require('clause.key', { documentRole: roleIn(row, permit.member) });
    const { seen } = await this.documents.look(statement, readClauses);
    const found = seen.find(({ id }) => id === clause);
    if (!found) throw new Failure('request.not_found');
    return found;
  }

  private async add(tx: Tx, permit: Permit, place: Place, kind: ClauseKeyRow['kind'], hash: string): Promise<void> {
    const { dyadId, memberId, side } = permit.member;
    if (side === 'neutral') throw new Failure('access.other_side');
    const at = this.clock.now();
    await this.statements.addKey(tx, dyadId, place.statement, {
      id: timeOrderedId(at),
      clauseId: place.clause,
      side,
      kind,
      hash: Buffer.from(hash, 'hex'),
      memberId,
      at,
    });
    await this.signals.append(tx, dyadId, `statement:${place.statement}`, statementChanged, {
      statement: place.statement,
    });
  }
}
