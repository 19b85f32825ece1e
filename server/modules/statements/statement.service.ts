import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../shared/access/actor.js';
import type { InputOf } from '../../../shared/contract/contract.js';
import type { openStatement } from '../../../shared/statements/statement.contract.js';
import type { StatementBrief } from '../../../shared/statements/statement.schema.js';
import type { Permit } from '../../platform/access/permit.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { StatementReader } from './statement.reader.js';
import { StatementFounding } from './statement-founding.js';
import { StatementRepository } from './statement.repository.js';
import { statementBrief } from './statement.view.js';

/** Beginning statements and finding them. */
@Injectable()
export class StatementService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly statements: StatementRepository,
    private readonly reader: StatementReader,
    private readonly founding: StatementFounding,
  ) {}

  list(member: DyadMember): Promise<StatementBrief[]> {
    return this.unitOfWork.run({ dyadId: member.dyadId }, async (tx) => {
      const rows = await this.statements.list(tx, member.dyadId, await this.reader.visibleTo(tx, member));
      return rows.map(statementBrief);
    });
  }

  open({ body, idempotency }: InputOf<typeof openStatement>, permit: Permit): Promise<StatementBrief> {
    const { dyadId, memberId } = permit.member;
    return this.unitOfWork.once({ dyadId }, permit, idempotency, async (tx) =>
      statementBrief(await this.founding.open(tx, { dyadId, memberId, ...body })),
    );
  }
}
