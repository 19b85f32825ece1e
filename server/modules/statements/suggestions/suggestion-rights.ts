import type { DyadMember } from '../../../../shared/access/actor.js';
import { roleReaches, type DocumentRole } from '../../../../shared/documents/document.rules.js';
import { roleIn } from '../statement.reader.js';
import type { StatementRow } from '../statement.repository.js';
import type { SuggestionRow } from './suggestion.repository.js';

/** In a suggestion only who made it writes, and only while it is open; everybody reads it who reads the statement. */
export function roleInSuggestion(
  statement: StatementRow,
  { state, memberId }: SuggestionRow,
  member: DyadMember,
): DocumentRole {
  const role = roleIn(statement, member);
  if (role === 'none') return 'none';
  return state === 'open' && memberId === member.memberId && roleReaches(role, 'suggest') ? 'write' : 'read';
}
