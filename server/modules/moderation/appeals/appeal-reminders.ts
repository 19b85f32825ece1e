import { Injectable } from '@nestjs/common';
import { keyWanted } from '../../../../shared/moderation/desk.signals.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Signals } from '../../../platform/events/signals.js';
import { Deadlines } from '../deadlines/deadlines.js';
import type { StoredAppeal } from './appeal.js';

/** Tells the desks of both sides that an appeal still waits for its answer. */
@Injectable()
export class AppealReminders {
  constructor(
    private readonly signals: Signals,
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  async remind(tx: Tx, { dyadId, itemId }: StoredAppeal): Promise<void> {
    await this.signals.append(tx, dyadId, `desk:${dyadId}`, keyWanted, { item: itemId, why: 'appeal' });
  }

  /** The same, and every day from now on. */
  async remindDaily(tx: Tx, appeal: StoredAppeal): Promise<void> {
    await this.remind(tx, appeal);
    const { id, dyadId, itemId } = appeal;
    const dueAt = this.clock.in({ days: 1 });
    await this.deadlines.set(tx, dyadId, { kind: 'appeal_end', itemId, appealId: id, dueAt });
  }
}
