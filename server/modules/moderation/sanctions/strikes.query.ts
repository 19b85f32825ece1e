import { Injectable } from '@nestjs/common';
import { strikesAt } from '../../../../shared/moderation/sanctions.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { SanctionRepository } from './sanction.repository.js';

/** What counts against a member now, and until when the last of it does. */
export interface StandingStrikes {
  readonly weight: number;
  readonly until: string | null;
}

/** Counts strikes by the clock, whoever still has to note that one has expired. */
@Injectable()
export class Strikes {
  constructor(
    private readonly sanctions: SanctionRepository,
    private readonly clock: Clock,
  ) {}

  async of(tx: Tx, memberId: string): Promise<StandingStrikes> {
    const stored = await this.sanctions.strikes(tx, memberId);
    const { weight, until } = strikesAt(
      stored.flatMap(({ strike, strikeExpiresAt }) =>
        strikeExpiresAt === null ? [] : [{ weight: strike, expiresAt: strikeExpiresAt }],
      ),
      this.clock.now(),
    );
    return { weight, until: until?.toISOString() ?? null };
  }
}
