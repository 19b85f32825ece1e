import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import { InvalidRequest } from '../../../../shared/contract/failure.js';
import type { OrganisationBrief } from '../../../../shared/dyads/organisation.schema.js';
import type { Tx } from '../../../platform/database/tx.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import { OrganisationReader } from '../../dyads/organisations/organisation.reader.js';

/** For which organisations somebody may speak, asked in the transaction in which they do. */
@Injectable()
export class Delegates {
  constructor(
    private readonly organisations: OrganisationReader,
    private readonly dyads: DyadReader,
  ) {}

  /** Organisations a member may sign for, and those they may write reservations for: the same for drafters of their side. */
  async of(tx: Tx, member: DyadMember): Promise<{ signsFor: OrganisationBrief[]; speaksFor: OrganisationBrief[] }> {
    const named = await this.organisations.signedForBy(tx, member);
    const all = await this.organisations.all(tx, member.dyadId);
    const ofOwnSide = all.filter(({ side }) => side === member.side);
    const signsFor = ofOwnSide.filter(({ id }) => named.includes(id));
    return { signsFor, speaksFor: member.roles.includes('drafter') ? ofOwnSide : signsFor };
  }

  async signedFor(tx: Tx, member: DyadMember, organisation: string): Promise<OrganisationBrief | undefined> {
    return (await this.of(tx, member)).signsFor.find(({ id }) => id === organisation);
  }

  async speaksFor(tx: Tx, member: DyadMember, organisation: string): Promise<boolean> {
    return (await this.of(tx, member)).speaksFor.some(({ id }) => id === organisation);
  }

  /** @throws InvalidRequest when people here do not write in it */
  async requireLanguage(tx: Tx, dyadId: string, language: string, field = 'body.language'): Promise<void> {
    const { languages } = await this.dyads.profile(tx, dyadId);
    if (!languages.includes(language)) throw new InvalidRequest([{ field, rule: 'not_one_of', params: {} }]);
  }
}
