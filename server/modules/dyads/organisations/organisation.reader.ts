import { Injectable } from '@nestjs/common';
import type { DyadMember, Side } from '../../../../shared/access/actor.js';
import type { OrganisationBrief } from '../../../../shared/dyads/organisation.schema.js';
import type { Tx } from '../../../platform/database/tx.js';
import { OrganisationRepository } from './organisation.repository.js';

/** What other modules may ask about organisations: which there are, and who may sign for which. */
@Injectable()
export class OrganisationReader {
  constructor(private readonly organisations: OrganisationRepository) {}

  async all(tx: Tx, dyadId: string): Promise<OrganisationBrief[]> {
    const rows = await this.organisations.ofDyad(tx, dyadId);
    return rows.map(({ id, name, side }) => ({ id, name, side }));
  }

  /** How many organisations of each side could sign. */
  async count(tx: Tx, dyadId: string): Promise<{ readonly a: number; readonly b: number }> {
    const all = await this.all(tx, dyadId);
    const of = (side: Side) => all.filter((one) => one.side === side).length;
    return { a: of('a'), b: of('b') };
  }

  /** The ids of the organisations that a member may sign for. */
  signedForBy(tx: Tx, { memberId }: Pick<DyadMember, 'memberId'>): Promise<string[]> {
    return this.organisations.signedForBy(tx, memberId);
  }
}
