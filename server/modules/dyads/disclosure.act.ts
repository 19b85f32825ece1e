import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import { disclosureProposal } from '../../../shared/dyads/joint-act.schema.js';
import { Clock } from '../../platform/clock/clock.js';
import { Facts } from '../../platform/events/facts.js';
import { randomId } from '../../platform/ids/ids.js';
import { requireBothLanguages } from '../../../shared/language/both-languages.rules.js';
import { DyadRepository } from './dyad.repository.js';
import { disclosurePublished } from './dyads.events.js';
import { JointActs } from './joint-act.port.js';

/** A disclosure speaks for both sides, so a steward of each has read it, in both languages, before it is published. */
@Injectable()
export class DisclosureAct implements OnModuleInit {
  constructor(
    private readonly acts: JointActs,
    private readonly dyads: DyadRepository,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.acts.register({
      kind: 'disclosure.publish',
      details: disclosureProposal,
      replaces: async (tx, dyadId, { title, body }) => {
        const dyad = await this.dyads.byId(tx, dyadId);
        if (!dyad) throw new Failure('request.not_found');
        requireBothLanguages([dyad.language_a, dyad.language_b], {
          'body.details.title': title,
          'body.details.body': body,
        });
        return {};
      },
      perform: async (tx, details, { dyadId }) => {
        await this.dyads.publishDisclosure(tx, dyadId, { id: randomId(), published_at: this.clock.now(), ...details });
        await this.facts.record(tx, dyadId, disclosurePublished, { kind: details.kind, title: details.title });
      },
      describe: async (_tx, _reader, acts) => acts,
    });
  }
}
