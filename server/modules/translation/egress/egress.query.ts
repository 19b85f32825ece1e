import { Injectable } from '@nestjs/common';
import { egressChangesTold } from '../../../../shared/translation/egress.rules.js';
import type { EgressView } from '../../../../shared/translation/egress.schema.js';
import { dayOf } from '../../../platform/clock/day.js';
import type { Tx } from '../../../platform/database/tx.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import { Engines } from '../engine/engines.js';
import { EgressConsentRepository } from './egress-consent.repository.js';
import { isConsentTo } from './engine-gate.js';

/** Where the words of a dyad may go, as anybody may read it. */
@Injectable()
export class EgressReading {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dyads: DyadReader,
    private readonly consents: EgressConsentRepository,
    private readonly engines: Engines,
  ) {}

  /** @throws Failure `request.not_found` */
  read(slug: string): Promise<EgressView> {
    return this.unitOfWork.run('all dyads', async (tx) => this.of(tx, (await this.dyads.named(tx, slug)).id));
  }

  async of(tx: Tx, dyadId: string): Promise<EgressView> {
    const inForce = await this.consents.inForce(tx, dyadId);
    const changes = await this.consents.changes(tx, dyadId, egressChangesTold);
    return {
      engines: this.engines.all.flatMap((engine) => {
        const { id, recipient } = engine;
        const given = inForce.find((one) => isConsentTo(one, engine));
        const consentedOn = given ? dayOf(given.at) : null;
        return recipient ? [{ engine: id, recipient: recipient.name, country: recipient.country, consentedOn }] : [];
      }),
      changes: changes.map(({ at, ...change }) => ({ ...change, on: dayOf(at) })),
    };
  }
}
