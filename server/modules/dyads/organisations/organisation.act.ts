import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Failure, InvalidRequest } from '../../../../shared/contract/failure.js';
import { organisationProposal } from '../../../../shared/dyads/organisation.schema.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Facts } from '../../../platform/events/facts.js';
import { randomId } from '../../../platform/ids/ids.js';
import { requireBothLanguages } from '../../../../shared/language/both-languages.rules.js';
import { DyadRepository } from '../dyad.repository.js';
import { organisationAdmitted } from '../dyads.events.js';
import { JointActs } from '../joint-act.port.js';
import { OrganisationRepository } from './organisation.repository.js';
import { namedDisclosures } from './organisation.view.js';

/** Who may sign for a side concerns both, so a steward of each admits an organisation, having read what it is. */
@Injectable()
export class OrganisationAct implements OnModuleInit {
  constructor(
    private readonly acts: JointActs,
    private readonly dyads: DyadRepository,
    private readonly organisations: OrganisationRepository,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.acts.register({
      kind: 'organisation.admit',
      details: organisationProposal,
      replaces: async (tx, dyadId, { name, purpose, disclosures }) => {
        const dyad = await this.dyads.byId(tx, dyadId);
        if (!dyad) throw new Failure('request.not_found');
        requireBothLanguages([dyad.language_a, dyad.language_b], {
          'body.details.name': name,
          'body.details.purpose': purpose,
        });
        const known = namedDisclosures(disclosures, await this.dyads.disclosures(tx, dyadId));
        if (known.length < new Set(disclosures).size)
          throw new InvalidRequest([{ field: 'body.details.disclosures', rule: 'not_one_of', params: {} }]);
        return {};
      },
      perform: async (tx, details, { dyadId }) => {
        const { name, side } = details;
        const row = { id: randomId(), admittedAt: this.clock.now(), ...details };
        if (!(await this.organisations.add(tx, dyadId, row))) throw new Failure('organisation.exists');
        await this.facts.record(tx, dyadId, organisationAdmitted, { organisation: row.id, name, side });
      },
      describe: async (tx, { dyadId }, acts) => {
        const all = await this.dyads.disclosures(tx, dyadId);
        return acts.map((details) => {
          const read = organisationProposal.parse(details);
          return { ...read, disclosures: namedDisclosures(read.disclosures, all) };
        });
      },
    });
  }
}
