import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import type { OrganisationView } from '../../../../shared/dyads/organisation.schema.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DyadRepository } from '../dyad.repository.js';
import { OrganisationRepository } from './organisation.repository.js';
import { organisationView } from './organisation.view.js';

/** The organisations of a dyad, as anybody may know them. */
@Injectable()
export class OrganisationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dyads: DyadRepository,
    private readonly organisations: OrganisationRepository,
  ) {}

  /** @throws Failure `request.not_found` */
  list(slug: string): Promise<OrganisationView[]> {
    return this.unitOfWork.run('all dyads', async (tx) => {
      const dyad = await this.dyads.bySlug(tx, slug);
      if (!dyad) throw new Failure('request.not_found');
      const disclosures = await this.dyads.disclosures(tx, dyad.id);
      return (await this.organisations.ofDyad(tx, dyad.id)).map((row) => organisationView(row, disclosures));
    });
  }
}
