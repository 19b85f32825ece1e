import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import { roleReaches } from '../../../../shared/documents/document.rules.js';
import type { SuggestionBrief, SuggestionView } from '../../../../shared/statements/suggestion.schema.js';
import type { Permit } from '../../../platform/access/permit.js';
import { dayOf } from '../../../platform/clock/day.js';
import type { Tx } from '../../../platform/database/tx.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Documents } from '../../documents/documents.port.js';
import { MemberReader } from '../../dyads/member.reader.js';
import { readClauses, type DocumentClause } from '../statement-document.js';
import { roleIn } from '../statement.reader.js';
import { StatementRepository, type StatementRow } from '../statement.repository.js';
import { roleInSuggestion } from './suggestion-rights.js';
import { SuggestionRepository, type SuggestionRow } from './suggestion.repository.js';
import { clauseView, hashOfClauses, peopleIn, suggestionBrief } from './suggestion.view.js';

/** Suggestions as they are read: whoever reads the statement reads them. */
@Injectable()
export class SuggestionPage {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly statements: StatementRepository,
    private readonly suggestions: SuggestionRepository,
    private readonly documents: Documents,
    private readonly members: MemberReader,
  ) {}

  /** @throws Failure `request.not_found` also for a draft that the caller may not see */
  list(statement: string, permit: Permit): Promise<SuggestionBrief[]> {
    return this.unitOfWork.run({ dyadId: permit.member.dyadId }, async (tx) => {
      await this.readable(tx, statement, permit);
      const rows = await this.suggestions.list(tx, statement);
      const people = await this.members.views(tx, peopleIn(rows));
      return rows.flatMap((row) => suggestionBrief(row, people) ?? []);
    });
  }

  /** @throws Failure `request.not_found` */
  read(place: { statement: string; suggestion: string }, permit: Permit): Promise<SuggestionView> {
    return this.unitOfWork.run({ dyadId: permit.member.dyadId }, async (tx) => {
      const statement = await this.readable(tx, place.statement, permit);
      const row = await this.suggestions.find(tx, place.suggestion);
      if (row?.statementId !== statement.id) throw new Failure('request.not_found');
      const { seen } = await this.documents.look(row.id, readClauses);
      const hash = hashOfClauses(seen);
      const keys = await this.suggestions.keys(tx, row.id, hash);
      const people = await this.members.views(tx, [...peopleIn([row]), ...keys.map(({ memberId }) => memberId)]);
      const brief = suggestionBrief(row, people);
      if (!brief) throw new Failure('request.not_found');
      const role = roleInSuggestion(statement, row, permit.member);
      return {
        ...brief,
        hash,
        role,
        clauses: (await this.ahead(row)).map(clauseView),
        mayDecide: row.state === 'open' && roleReaches(roleIn(statement, permit.member), 'write'),
        keys: keys.flatMap(({ side, memberId, at }) => {
          const by = people.get(memberId);
          return by ? [{ side, by, on: dayOf(at) }] : [];
        }),
      };
    });
  }

  /** What the statement would say with it. */
  private async ahead(row: SuggestionRow): Promise<DocumentClause[]> {
    const update = await this.documents.writtenIn(row.id, row.since);
    return this.documents.lookAhead(row.statementId, update, readClauses);
  }

  private async readable(tx: Tx, id: string, permit: Permit): Promise<StatementRow> {
    const row = await this.statements.find(tx, permit.member.dyadId, id);
    const role = row ? roleIn(row, permit.member) : 'none';
    if (!row || role === 'none') throw new Failure('request.not_found');
    permit.require('document.open', { documentRole: role });
    return row;
  }
}
