import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import type { StatementView } from '../../../shared/statements/statement.schema.js';
import { Documents } from '../documents/documents.port.js';
import { MemberReader } from '../dyads/member.reader.js';
import type { Permit } from '../../platform/access/permit.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { StreamHistory } from '../../platform/events/stream-history.js';
import { judge } from './clause-keys.js';
import { readClauses } from './statement-document.js';
import { roleIn } from './statement.reader.js';
import { StatementRepository } from './statement.repository.js';
import { clauseView, statementView } from './statement.view.js';

/** A statement with its clauses as they are in the document now, and how far each is. */
@Injectable()
export class StatementPage {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly statements: StatementRepository,
    private readonly documents: Documents,
    private readonly members: MemberReader,
    private readonly history: StreamHistory,
  ) {}

  /** @throws Failure `request.not_found` also for a draft that the caller may not see */
  async read(id: string, permit: Permit): Promise<StatementView> {
    const { dyadId } = permit.member;
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const row = await this.statements.find(tx, dyadId, id);
      const role = row ? roleIn(row, permit.member) : 'none';
      if (!row || role === 'none') throw new Failure('request.not_found');
      permit.require('document.open', { documentRole: role });
      // Before the content: what happens in between is told again, and not missed.
      const told = await this.history.newest(tx, `statement:${id}`);
      const { seen, end } = await this.documents.look(id, readClauses);
      const keys = await this.statements.keys(tx, id);
      const people = await this.members.views(
        tx,
        keys.map(({ memberId }) => memberId),
      );
      const clauses = seen.map((clause) => clauseView(judge(clause, keys, row.state !== 'drafting'), people));
      return statementView(row, clauses, role, { seq: end.seq, told });
    });
  }
}
