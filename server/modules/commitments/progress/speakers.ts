import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import { answeringSide, type Claim } from '../../../../shared/commitments/commitment.lifecycle.js';
import type { OrganisationBrief } from '../../../../shared/dyads/organisation.schema.js';
import type { Tx } from '../../../platform/database/tx.js';
import { OrganisationReader } from '../../dyads/organisations/organisation.reader.js';

/** For which organisations somebody may speak about a commitment, asked in the transaction in which they do. */
@Injectable()
export class Speakers {
  constructor(private readonly organisations: OrganisationReader) {}

  /** The organisations that a member may sign for. */
  async organisationsOf(tx: Tx, member: DyadMember): Promise<OrganisationBrief[]> {
    const named = await this.organisations.signedForBy(tx, member);
    if (named.length === 0) return [];
    return (await this.organisations.all(tx, member.dyadId)).filter(({ id }) => named.includes(id));
  }

  /** Whether a member may answer a claim: for an organisation of the other side, or as a steward of it. */
  async mayAnswer(tx: Tx, member: DyadMember, claim: Claim, organisation: string | null): Promise<boolean> {
    const side = answeringSide(claim.side);
    if (organisation === null) return member.side === side && member.roles.includes('steward');
    return (await this.organisationsOf(tx, member)).some((one) => one.id === organisation && one.side === side);
  }
}
