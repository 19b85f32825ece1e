import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import { outsideEngine, type OutsideEngine } from '../../../../shared/translation/egress.schema.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Facts } from '../../../platform/events/facts.js';
import { JointActs, type AgreedAct } from '../../dyads/joint-act.port.js';
import { Engines } from '../engine/engines.js';
import { egressConsented } from '../translation.events.js';
import { EgressConsentRepository } from './egress-consent.repository.js';
import { isConsentTo } from './engine-gate.js';

/** Words of both sides go to an engine of others when a steward of each said so, knowing who gets them and where. */
@Injectable()
export class EgressConsentAct implements OnModuleInit {
  constructor(
    private readonly acts: JointActs,
    private readonly engines: Engines,
    private readonly consents: EgressConsentRepository,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.acts.register({
      kind: 'egress.consent',
      details: outsideEngine,
      replaces: async (tx, dyadId, wanted) => {
        await this.requireNew(tx, dyadId, wanted);
        return {};
      },
      perform: (tx, wanted, act) => this.consent(tx, wanted, act),
      describe: async (_tx, _reader, acts) => acts,
    });
  }

  private async consent(tx: Tx, wanted: OutsideEngine, { id: act, dyadId, reason }: AgreedAct): Promise<void> {
    await this.consents.lock(tx, dyadId);
    await this.requireNew(tx, dyadId, wanted);
    const given = { type: 'given', act, withdrawnBy: null, side: null, reason, at: this.clock.now() } as const;
    await this.consents.add(tx, dyadId, { ...wanted, ...given });
    await this.facts.record(tx, dyadId, egressConsented, wanted);
  }

  /**
   * Consent is to what stewards read: this engine, with this recipient, in this country.
   * @throws Failure `egress.not_offered`, `egress.consented`
   */
  private async requireNew(tx: Tx, dyadId: string, wanted: OutsideEngine): Promise<void> {
    const engine = this.engines.all.find(({ id }) => id === wanted.engine);
    const { recipient } = engine ?? {};
    if (!engine || recipient?.name !== wanted.recipient || recipient.country !== wanted.country)
      throw new Failure('egress.not_offered');
    if ((await this.consents.inForce(tx, dyadId)).some((one) => isConsentTo(one, engine)))
      throw new Failure('egress.consented');
  }
}
