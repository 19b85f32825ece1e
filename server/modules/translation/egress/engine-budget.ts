import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../platform/config/config.js';
import type { EngineId } from '../../../platform/config/engine-settings.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Log } from '../../../platform/logging/log.js';
import { CONFIG } from '../../../platform/platform.module.js';
import { UsageRepository, type Asking } from './usage.repository.js';

/** The share of a budget from which the operator is warned, once a month. */
const warnFrom = 0.8;

/**
 * How many characters engines may get in a calendar month (UTC). What is counted is spent, also when the engine fails: a
 * budget is a promise not to send more, and no bill.
 */
@Injectable()
export class EngineBudget {
  constructor(
    private readonly usage: UsageRepository,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Pick<Config, 'TRANSLATION_BUDGETS'>,
  ) {}

  /** Whether an engine has a budget at all. */
  limits(engine: string): boolean {
    return this.of(engine) !== undefined;
  }

  /**
   * Counts a request, unless it would go beyond the budget. For an engine that has one, the transaction must see all dyads.
   * @returns whether it may be sent
   */
  async spend(tx: Tx, asking: Asking, characters: number): Promise<boolean> {
    const budget = this.of(asking.engine);
    if (budget !== undefined) {
      await this.usage.lock(tx, asking.engine);
      const before = await this.usage.inMonthOf(tx, asking);
      const after = before + characters;
      if (after > budget) return false;
      if (before < budget * warnFrom && after >= budget * warnFrom)
        this.log.warn('translation.budget_nearly_spent', { engine: asking.engine, characters: after, budget });
    }
    await this.usage.add(tx, asking, characters);
    return true;
  }

  async noteError(tx: Tx, asking: Asking): Promise<void> {
    await this.usage.addError(tx, asking);
  }

  private of(engine: string): number | undefined {
    return this.config.TRANSLATION_BUDGETS[engine as EngineId];
  }
}
