import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import type { StatementView } from '../../../shared/statements/statement.schema.js';
import { MemberReader } from '../dyads/member.reader.js';
import type { Permit } from '../../platform/access/permit.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { StreamHistory } from '../../platform/events/stream-history.js';
import { JudgedClauses } from './judged-clauses.js';
import { isDrafter, StatementReader } from './statement.reader.js';
import { clauseView, statementView } from './statement.view.js';

/** A statement with its clauses as they are in the document now, and how far each is. */
@Injectable()
export class StatementPage {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: StatementReader,
    private readonly clauses: JudgedClauses,
    private readonly members: MemberReader,
    private readonly history: StreamHistory,
  ) {}

  /** @throws Failure `request.not_found` also for a draft that the caller may not see */
  async read(id: string, permit: Permit): Promise<StatementView> {
    return this.unitOfWork.run({ dyadId: permit.member.dyadId }, async (tx) => {
      const found = await this.reader.find(tx, id, permit.member);
      if (!found) throw new Failure('request.not_found');
      const { row, role } = found;
      permit.require('document.open', { documentRole: role });
      // Before the content: what happens in between is told again, and not missed.
      const told = await this.history.newest(tx, `statement:${id}`);
      const { clauses, seq } = await this.clauses.now(tx, id, row.state !== 'drafting');
      const people = await this.members.views(
        tx,
        clauses.flatMap(({ keys }) => keys.map(({ memberId }) => memberId)),
      );
      return statementView(
        row,
        clauses.map((clause) => clauseView(clause, people)),
        role,
        { decidedOn: row.still && isDrafter(permit.member), seq, told },
      );
    });
  }
}
