import { Injectable } from '@nestjs/common';
import type { WhyNone } from '../../../../shared/translation/egress.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import { dayOf } from '../../../platform/clock/day.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { isOwn } from '../engine/engine-choice.js';
import type { TranslationEngine } from '../engine/translation-engine.js';
import { EgressConsentRepository, type ConsentRow } from './egress-consent.repository.js';
import { EngineBudget } from './engine-budget.js';
import type { Asking } from './usage.repository.js';

/** Whether a consent is to what the engine is today. */
export const isConsentTo = (consent: ConsentRow, { id, recipient }: TranslationEngine): boolean =>
  consent.engine === id && consent.recipient === recipient?.name && consent.country === recipient.country;

/**
 * Lets words through to engines: to one of others only while both sides of the dyad consent to it, and to any only within
 * its budget. Every request passes here, so that a consent that is withdrawn ends with the request that is under way.
 */
@Injectable()
export class EngineGate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consents: EgressConsentRepository,
    private readonly budget: EngineBudget,
    private readonly clock: Clock,
  ) {}

  /** Tells which engines of others words of a dyad may go to now. */
  async consented(dyadId: string): Promise<(engine: TranslationEngine) => boolean> {
    const inForce = await this.unitOfWork.run({ dyadId }, (tx) => this.consents.inForce(tx, dyadId));
    return (engine) => inForce.some((consent) => isConsentTo(consent, engine));
  }

  /**
   * Counts a request and lets it through.
   * @returns why not, when it may not be sent
   */
  admit(dyadId: string, engine: TranslationEngine, characters: number): Promise<WhyNone | undefined> {
    const asking = this.asking(dyadId, engine);
    // A budget is that of all dyads together.
    const scope = this.budget.limits(engine.id) ? 'all dyads' : { dyadId };
    return this.unitOfWork.run(scope, async (tx) => {
      if (!isOwn(engine) && !(await this.consents.inForce(tx, dyadId)).some((one) => isConsentTo(one, engine)))
        return 'not_allowed_outside';
      return (await this.budget.spend(tx, asking, characters)) ? undefined : 'over_budget';
    });
  }

  /** Counts that a request which was let through has failed. */
  async failed(dyadId: string, engine: TranslationEngine): Promise<void> {
    await this.unitOfWork.run({ dyadId }, (tx) => this.budget.noteError(tx, this.asking(dyadId, engine)));
  }

  private asking(dyadId: string, { id: engine }: TranslationEngine): Asking {
    return { dyadId, engine, day: dayOf(this.clock.now()) };
  }
}
