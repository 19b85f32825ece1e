import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../shared/contract/contract.js';
import { Failure } from '../../../shared/contract/failure.js';
import type * as contracts from '../../../shared/statements/statement.contract.js';
import { statementChanged } from '../../../shared/statements/statement.signals.js';
import { Documents } from '../documents/documents.port.js';
import type { Permit } from '../../platform/access/permit.js';
import type { Tx } from '../../platform/database/tx.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Signals } from '../../platform/events/signals.js';
import { addClause, moveClause, readClauses, removeClause } from './statement-document.js';
import { judge } from './clause-keys.js';
import { roleIn } from './statement.reader.js';
import { StatementRepository } from './statement.repository.js';

const mostClauses = 100;

/**
 * The clauses of a statement as a whole: adding, moving and taking out. The document is the truth about them; the row of
 * the statement is locked meanwhile, so that one comes after the other.
 */
@Injectable()
export class ClauseService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly statements: StatementRepository,
    private readonly documents: Documents,
    private readonly signals: Signals,
  ) {}

  /** @throws Failure `request.not_found`, `document.read_only`, `statement.too_long` */
  add(input: InputOf<typeof contracts.addClause>, permit: Permit): Promise<{ clause: string }> {
    const { params, body, idempotency } = input;
    return this.unitOfWork.once({ dyadId: permit.member.dyadId }, permit, idempotency, async (tx) => {
      const { clauses } = await this.writable(tx, permit, params.statement);
      if (clauses >= mostClauses) throw new Failure('statement.too_long', { most: mostClauses });
      // The key of the call is the id: a call that is repeated after a crash adds nothing twice.
      const clause = idempotency.key;
      await this.change(tx, permit, params.statement, (doc) => addClause(doc, clause, body.after));
      return { clause };
    });
  }

  /** @throws Failure `request.not_found`, `document.read_only` */
  move({ params, body }: InputOf<typeof contracts.moveClause>, permit: Permit): Promise<void> {
    return this.unitOfWork.run({ dyadId: permit.member.dyadId }, async (tx) => {
      await this.writable(tx, permit, params.statement);
      await this.require(params);
      await this.change(tx, permit, params.statement, (doc) => moveClause(doc, params.clause, body.after));
    });
  }

  /** @throws Failure `request.not_found`, `document.read_only`, `clause.agreed` */
  remove({ params }: InputOf<typeof contracts.removeClause>, permit: Permit): Promise<void> {
    return this.unitOfWork.run({ dyadId: permit.member.dyadId }, async (tx) => {
      await this.writable(tx, permit, params.statement);
      const clause = await this.require(params);
      const { state } = judge(clause, await this.statements.keys(tx, params.statement), false);
      if (state !== 'open') throw new Failure('clause.agreed');
      await this.change(tx, permit, params.statement, (doc) => removeClause(doc, params.clause));
    });
  }

  private async writable(tx: Tx, permit: Permit, id: string) {
    const row = await this.statements.lock(tx, permit.member.dyadId, id);
    if (!row) throw new Failure('request.not_found');
    permit.require('document.write', { documentRole: roleIn(row, permit.member) });
    return row;
  }

  private async require({ statement, clause }: { readonly statement: string; readonly clause: string }) {
    const { seen } = await this.documents.look(statement, readClauses);
    const found = seen.find(({ id }) => id === clause);
    if (!found) throw new Failure('request.not_found');
    return found;
  }

  private async change(tx: Tx, permit: Permit, id: string, work: Parameters<Documents['change']>[2]): Promise<void> {
    await this.documents.change(id, permit.member.memberId, work);
    const { seen } = await this.documents.look(id, readClauses);
    await this.statements.countClauses(tx, id, seen.length);
    await this.signals.append(tx, permit.member.dyadId, `statement:${id}`, statementChanged, { statement: id });
  }
}
