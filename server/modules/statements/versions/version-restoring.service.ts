import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../../shared/contract/contract.js';
import { Failure } from '../../../../shared/contract/failure.js';
import { statementChanged } from '../../../../shared/statements/statement.signals.js';
import type { restoreVersion } from '../../../../shared/statements/version.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Signals } from '../../../platform/events/signals.js';
import { Documents } from '../../documents/documents.port.js';
import { roleIn } from '../statement.reader.js';
import { StatementRepository } from '../statement.repository.js';
import { restoreStatement } from './restore-statement.js';
import { VersionKeeping } from './version-keeping.js';

/** Takes an earlier version up again: a change like any other, so that nothing of what was written since is lost. */
@Injectable()
export class VersionRestoring {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly statements: StatementRepository,
    private readonly keeping: VersionKeeping,
    private readonly documents: Documents,
    private readonly signals: Signals,
  ) {}

  /**
   * Keys that were given to exactly the texts that come back hold again, since a key is bound to a hash.
   * @throws Failure `request.not_found`, `document.read_only`
   */
  restore({ params, idempotency }: InputOf<typeof restoreVersion>, permit: Permit): Promise<{ number: number }> {
    const { dyadId, memberId } = permit.member;
    return this.unitOfWork.once({ dyadId }, permit, idempotency, async (tx) => {
      const statement = await this.statements.lock(tx, dyadId, params.statement);
      const role = statement ? roleIn(statement, permit.member) : 'none';
      if (!statement || role === 'none') throw new Failure('request.not_found');
      permit.require('document.write', { documentRole: role });
      const version = await this.keeping.recall(tx, statement.id, params.version);
      if (!version) throw new Failure('request.not_found');
      const clauses = version.clauses.map(({ id, a, b }) => ({ id, texts: { a, b } }));
      await this.documents.change(statement.id, memberId, (doc) => restoreStatement(doc, clauses));
      await this.statements.countClauses(tx, statement.id, clauses.length);
      const { number } = await this.keeping.keep(tx, {
        statement,
        memberId,
        kind: 'restored',
        restores: params.version,
      });
      await this.signals.append(tx, dyadId, `statement:${statement.id}`, statementChanged, {
        statement: statement.id,
      });
      return { number };
    });
  }
}
