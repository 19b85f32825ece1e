import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../shared/access/actor.js';
import type { DocumentRole } from '../../../shared/documents/document.rules.js';
import type { StatementVisibility } from '../../../shared/statements/statement.rules.js';
import type { Tx } from '../../platform/database/tx.js';
import { StatementRepository, type StatementRow } from './statement.repository.js';

/** Roles that see every draft: those who write them, and those who look after the dyad or judge it from outside. */
const seesDrafts: readonly DyadMember['roles'][number][] = ['drafter', 'steward', 'evaluator'];

/** Who may do what with a statement: the same for both sides. */
@Injectable()
export class StatementReader {
  constructor(private readonly statements: StatementRepository) {}

  async roleOf(tx: Tx, id: string, member: DyadMember): Promise<DocumentRole> {
    const row = await this.statements.find(tx, member.dyadId, id);
    return row ? roleIn(row, member) : 'none';
  }

  /** The visibilities of the statements that a member may read. */
  visibleTo(member: DyadMember): StatementVisibility[] {
    return isInside(member) ? ['drafters', 'members', 'public'] : ['members', 'public'];
  }
}

const isInside = ({ roles }: DyadMember): boolean => roles.some((role) => seesDrafts.includes(role));

/** Drafters of a side write while it is being drafted; who may read it may comment on it. */
export function roleIn({ visibility, state }: StatementRow, member: DyadMember): DocumentRole {
  if (visibility === 'drafters' && !isInside(member)) return 'none';
  if (state !== 'drafting') return 'read';
  if (member.roles.includes('drafter')) return member.side === 'neutral' ? 'suggest' : 'write';
  return member.roles.includes('evaluator') ? 'read' : 'comment';
}
