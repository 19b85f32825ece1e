import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../shared/access/actor.js';
import { mayWrite } from '../../../shared/access/conditions.js';
import type { DocumentRole } from '../../../shared/documents/document.rules.js';
import { OrganisationReader } from '../dyads/organisations/organisation.reader.js';
import type { Tx } from '../../platform/database/tx.js';
import { StatementRepository, type StatementRow, type Visible } from './statement.repository.js';

/** Roles that see every draft: those who write them, and those who look after the dyad or judge it from outside. */
const seesDrafts: readonly DyadMember['roles'][number][] = ['drafter', 'steward', 'evaluator'];

/** Who may do what with a statement: the same for both sides. */
@Injectable()
export class StatementReader {
  constructor(
    private readonly statements: StatementRepository,
    private readonly organisations: OrganisationReader,
  ) {}

  async roleOf(tx: Tx, id: string, member: DyadMember): Promise<DocumentRole> {
    return (await this.find(tx, id, member))?.role ?? 'none';
  }

  /** A statement that a member may read, and what they may do with it. */
  async find(
    tx: Tx,
    id: string,
    member: DyadMember,
  ): Promise<{ readonly row: StatementRow; readonly role: DocumentRole } | undefined> {
    const row = await this.statements.find(tx, member.dyadId, id);
    const role = row ? await this.roleFor(tx, row, member) : 'none';
    return row && role !== 'none' ? { row, role } : undefined;
  }

  /** Who may sign what is frozen may read it, also where drafts are for drafters only. */
  async roleFor(tx: Tx, row: StatementRow, member: DyadMember): Promise<DocumentRole> {
    const role = roleIn(row, member);
    return role === 'none' && row.state === 'frozen' && (await this.isDelegate(tx, member)) ? 'read' : role;
  }

  /** What a member may find in the list: by visibility and, whatever the visibility, by state. */
  async visibleTo(tx: Tx, member: DyadMember): Promise<Visible> {
    const withheld = isDrafter(member);
    if (isInside(member)) return { visibilities: ['drafters', 'members', 'public'], states: [], withheld };
    const states = (await this.isDelegate(tx, member)) ? (['frozen', 'ratified'] as const) : (['ratified'] as const);
    return { visibilities: ['members', 'public'], states, withheld };
  }

  private async isDelegate(tx: Tx, member: DyadMember): Promise<boolean> {
    return (await this.organisations.signedForBy(tx, member)).length > 0;
  }
}

export const isDrafter = ({ roles }: DyadMember): boolean => roles.includes('drafter');
const isInside = ({ roles }: DyadMember): boolean => roles.some((role) => seesDrafts.includes(role));

/**
 * Drafters of a side write while it is being drafted; who may read it may comment on it. What is ratified is everybody's
 * to read. What moderators withhold is kept for those who draft, as it is; while they decide about it, nobody writes
 * in it either. Whom moderators silenced reads.
 */
export function roleIn({ visibility, state, withheld, still }: StatementRow, member: DyadMember): DocumentRole {
  if (state === 'ratified') return 'read';
  if (withheld !== null) return isDrafter(member) ? 'read' : 'none';
  if (visibility === 'drafters' && !isInside(member)) return 'none';
  if (state !== 'drafting' || !mayWrite(member)) return 'read';
  if (isDrafter(member) && !still) return member.side === 'neutral' ? 'suggest' : 'write';
  return member.roles.includes('evaluator') ? 'read' : 'comment';
}
