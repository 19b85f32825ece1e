import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../../shared/contract/contract.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type { withdrawEgress } from '../../../../shared/translation/egress.contract.js';
import type { EgressView } from '../../../../shared/translation/egress.schema.js';
import type { Permit } from '../../../platform/access/permit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Facts } from '../../../platform/events/facts.js';
import { egressWithdrawn } from '../translation.events.js';
import { EgressConsentRepository } from './egress-consent.repository.js';
import { EgressReading } from './egress.query.js';

/** The consent of both sides to an engine of others ends when either wants so, alone and at once. */
@Injectable()
export class EgressService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consents: EgressConsentRepository,
    private readonly reading: EgressReading,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `egress.not_consented`; `access.other_side` for a neutral steward, who speaks for no side */
  withdraw({ params, body, idempotency }: InputOf<typeof withdrawEgress>, permit: Permit): Promise<EgressView> {
    const { dyadId, memberId, side } = permit.member;
    return this.unitOfWork.once({ dyadId }, permit, idempotency, async (tx) => {
      if (side === 'neutral') throw new Failure('access.other_side');
      await this.consents.lock(tx, dyadId);
      const given = (await this.consents.inForce(tx, dyadId)).find(({ engine }) => engine === params.engine);
      if (!given) throw new Failure('egress.not_consented');
      const { engine, recipient, country } = given;
      const outside = { engine, recipient, country };
      const withdrawn = { type: 'withdrawn', act: null, withdrawnBy: memberId, side, at: this.clock.now() } as const;
      await this.consents.add(tx, dyadId, { ...outside, ...withdrawn, reason: body.reason });
      await this.facts.record(tx, dyadId, egressWithdrawn, { ...outside, side });
      return this.reading.of(tx, dyadId);
    });
  }
}
