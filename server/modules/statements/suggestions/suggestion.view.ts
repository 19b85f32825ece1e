import { createHash } from 'node:crypto';
import type { MemberView } from '../../../../shared/dyads/dyad.schema.js';
import { sortedJson } from '../../../../shared/contract/sorted-json.js';
import { canonicalText } from '../../../../shared/statements/canonical.rules.js';
import type { SuggestionBrief } from '../../../../shared/statements/suggestion.schema.js';
import { dayOf } from '../../../platform/clock/day.js';
import type { DocumentClause } from '../statement-document.js';
import type { SuggestionRow } from './suggestion.repository.js';

/** The hash that keys are given to: of all texts of the suggestion in their order. */
export const hashOfClauses = (clauses: readonly DocumentClause[]): string =>
  createHash('sha256')
    .update(sortedJson(clauses.map(clauseView)))
    .digest('hex');

export const clauseView = ({ id, texts }: DocumentClause) => ({
  id,
  texts: { a: [...canonicalText(texts.a)], b: [...canonicalText(texts.b)] },
});

/** @returns nothing when who made it is nobody any more */
export function suggestionBrief(
  row: SuggestionRow,
  people: ReadonlyMap<string, MemberView>,
): SuggestionBrief | undefined {
  const by = people.get(row.memberId);
  const closer = row.closedBy === null ? undefined : people.get(row.closedBy);
  if (!by) return undefined;
  return {
    id: row.id,
    state: row.state,
    note: { text: row.note, language: row.noteLanguage },
    by,
    on: dayOf(row.openedAt),
    closed:
      closer && row.closedAt
        ? {
            by: closer,
            on: dayOf(row.closedAt),
            reason:
              row.reason !== null && row.reasonLanguage !== null
                ? { text: row.reason, language: row.reasonLanguage }
                : null,
          }
        : null,
  };
}

/** Whom a view of suggestions names. */
export const peopleIn = (rows: readonly SuggestionRow[]): string[] =>
  rows.flatMap(({ memberId, closedBy }) => (closedBy === null ? [memberId] : [memberId, closedBy]));
