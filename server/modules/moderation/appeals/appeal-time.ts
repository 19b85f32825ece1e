import { Injectable } from '@nestjs/common';
import { safetyReasons } from '../../../../shared/moderation/reasons.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { DueDeadline } from '../deadlines/deadline.repository.js';
import { ItemRepository } from '../items/item.repository.js';
import type { StoredAppeal } from './appeal.js';
import { AppealOutcomes } from './appeal-outcomes.js';
import { AppealReminders } from './appeal-reminders.js';
import { AppealRepository } from './appeal.repository.js';
import { AppealedDecisions } from './appealed-decisions.js';

/**
 * What time does with appeals: it reminds, and in the end decides for whoever appeals, since nobody waits for an answer for
 * ever. Where danger was meant it never decides, and goes on reminding.
 */
@Injectable()
export class AppealTime {
  constructor(
    private readonly appeals: AppealRepository,
    private readonly items: ItemRepository,
    private readonly decisions: AppealedDecisions,
    private readonly outcomes: AppealOutcomes,
    private readonly reminders: AppealReminders,
  ) {}

  async remind(tx: Tx, due: DueDeadline): Promise<void> {
    const appeal = await this.openOf(tx, due);
    if (appeal) await this.reminders.remind(tx, appeal);
  }

  async end(tx: Tx, due: DueDeadline): Promise<void> {
    const appeal = await this.openOf(tx, due);
    const item = appeal && (await this.items.find(tx, appeal.itemId));
    if (!item) return;
    const decided = await this.decisions.of(tx, appeal);
    if (decided && safetyReasons.has(decided.action.reason)) await this.reminders.remindDaily(tx, appeal);
    else await this.outcomes.conclude(tx, item, appeal, { outcome: 'overturn', variation: null, by: 'timer' });
  }

  private async openOf(tx: Tx, { appealId }: DueDeadline): Promise<StoredAppeal | undefined> {
    const appeal = appealId === null ? undefined : await this.appeals.find(tx, appealId);
    return appeal?.state === 'open' ? appeal : undefined;
  }
}
