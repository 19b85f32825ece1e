import type { MemberView } from '../../../shared/dyads/dyad.schema.js';
import type { DocumentRole } from '../../../shared/documents/document.rules.js';
import { canonicalText } from '../../../shared/statements/canonical.rules.js';
import type { ClauseView, StatementBrief, StatementView } from '../../../shared/statements/statement.schema.js';
import { dayOf } from '../../platform/clock/day.js';
import type { JudgedClause } from './clause-keys.js';
import type { StatementRow } from './statement.repository.js';

export const statementBrief = ({
  id,
  title,
  visibility,
  state,
  clauses,
  openedAt,
  ...row
}: StatementRow): StatementBrief => ({
  id,
  title: { ...title },
  visibility,
  state,
  withheld: row.withheld && { how: row.withheld, reason: row.withheldFor },
  clauses,
  openedOn: dayOf(openedAt),
});

export function clauseView(clause: JudgedClause, people: ReadonlyMap<string, MemberView>): ClauseView {
  return {
    id: clause.id,
    state: clause.state,
    hash: clause.hash,
    texts: { a: [...canonicalText(clause.texts.a)], b: [...canonicalText(clause.texts.b)] },
    fell: [...clause.fell],
    keys: clause.keys.flatMap(({ side, kind, memberId, at, holds }) => {
      const by = people.get(memberId);
      return by ? [{ side, kind, by, on: dayOf(at), holds }] : [];
    }),
  };
}

export const statementView = (
  row: StatementRow,
  clauses: readonly ClauseView[],
  role: DocumentRole,
  read: Pick<StatementView, 'decidedOn' | 'seq' | 'told'>,
): StatementView => ({ ...statementBrief(row), clauses: [...clauses], role, ...read });
