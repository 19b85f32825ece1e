import { Injectable, type OnModuleInit } from '@nestjs/common';
import { appeal, reportedWordsDays } from '../../../../shared/moderation/time-limits.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Retention } from '../../../platform/retention/retention.js';
import type { Findings } from '../detection.port.js';
import type { Item } from '../items/item.js';
import { StepFollowers } from '../items/step-followers.js';
import { LookRepository } from './look.repository.js';

/** Keeps what was found as long as somebody may decide or appeal about it, and forgets it with the words. */
@Injectable()
export class LookKeeping implements OnModuleInit {
  constructor(
    private readonly looks: LookRepository,
    private readonly followers: StepFollowers,
    private readonly retention: Retention,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.followers.register('looks', async (tx, { after }) => {
      if (after.state === 'withdrawn') await this.looks.erase(tx, after);
    });
    this.retention.register('what was found in texts', (tx, now) =>
      this.looks.forget(tx, now, { months: appeal.openMonths, days: reportedWordsDays }),
    );
  }

  async keep(tx: Tx, item: Item, { findings, concern }: Findings): Promise<void> {
    const { dyadId, kind, content, revision } = item;
    await this.looks.keep(tx, { dyadId, kind, content, revision, findings, concern, lookedAt: this.clock.now() });
  }
}
