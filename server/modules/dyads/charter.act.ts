import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import { charterProposal } from '../../../shared/dyads/joint-act.schema.js';
import { Clock } from '../../platform/clock/clock.js';
import { Facts } from '../../platform/events/facts.js';
import { RightsWatch } from '../../platform/realtime/rights-watch.js';
import { requireBothLanguages } from '../../../shared/language/both-languages.rules.js';
import { DyadRepository } from './dyad.repository.js';
import { charterAdopted } from './dyads.events.js';
import { JointActs } from './joint-act.port.js';

/** A new version of the charter: the rules for both sides, so it takes a steward of each; then everybody is asked again. */
@Injectable()
export class CharterAct implements OnModuleInit {
  constructor(
    private readonly acts: JointActs,
    private readonly dyads: DyadRepository,
    private readonly facts: Facts,
    private readonly rights: RightsWatch,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.acts.register({
      kind: 'charter.adopt',
      details: charterProposal,
      replaces: async (tx, dyadId, { articles, quorum }) => {
        const dyad = await this.dyads.byId(tx, dyadId);
        if (!dyad) throw new Failure('request.not_found');
        requireBothLanguages(
          [dyad.language_a, dyad.language_b],
          Object.fromEntries(
            articles.flatMap(({ title, body }, at) => [
              [`body.details.articles.${at}.title`, title],
              [`body.details.articles.${at}.body`, body],
            ]),
          ),
        );
        return { inForce: dyad.charter_version, quorum: quorum ?? dyad.quorum };
      },
      perform: async (tx, { articles, quorum = 1 }, { dyadId }) => {
        const version = await this.dyads.adoptCharter(tx, dyadId, { articles, quorum }, this.clock.now());
        await this.facts.record(tx, dyadId, charterAdopted, { version, articles: articles.length });
        // Everybody is asked again, so everybody's open connections are looked at again.
        await this.rights.announceAll(tx);
      },
      describe: async (_tx, _reader, acts) => acts.map((details) => ({ inForce: null, quorum: 1, ...details })),
    });
  }
}
