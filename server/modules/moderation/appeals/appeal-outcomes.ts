import { Injectable } from '@nestjs/common';
import type { AppealVerdict } from '../../../../shared/moderation/appeal.rules.js';
import type { Variation } from '../../../../shared/moderation/appeal.schema.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Measures } from '../decisions/measure.port.js';
import type { Item } from '../items/item.js';
import { ItemSteps } from '../items/item-steps.service.js';
import type { StoredAppeal } from './appeal.js';
import { AppealClosing } from './appeal-closing.js';
import { AppealedDecisions } from './appealed-decisions.js';

/** How an appeal ends: by a panel, or by time, which decides for whoever appeals. */
export interface AppealEnd {
  readonly outcome: AppealVerdict;
  /** What is left of the decision, where something is. */
  readonly variation: Variation | null;
  readonly by: 'panel' | 'timer';
  /** The verdict that decided it. */
  readonly causedBy?: string;
}

/** What becomes of an appeal about a locked item, and with it of the words, the sanction and its strike. */
@Injectable()
export class AppealOutcomes {
  constructor(
    private readonly steps: ItemSteps,
    private readonly decisions: AppealedDecisions,
    private readonly measures: Measures,
    private readonly closing: AppealClosing,
  ) {}

  async conclude(tx: Tx, item: Item, appeal: StoredAppeal, end: AppealEnd): Promise<Item> {
    const { outcome, by, causedBy } = end;
    const decided = await this.decisions.of(tx, appeal);
    const left = outcome === 'vary' ? end.variation : null;
    const event = this.steps.newId();
    const measure = decided ? (left ? left.measure : decided.action.measure) : 'dismiss';
    const concluded = await this.steps.take(tx, item, {
      event: outcome,
      id: event,
      tool: by,
      automated: by === 'timer',
      payload: { appeal: appeal.id, ...(measure && { measure }), ...(left && { action: left }) },
      ...(causedBy !== undefined && { causedBy }),
      ...(decided && { reason: decided.action.reason, policyVersion: decided.action.policyVersion }),
    });
    await this.closing.close(tx, appeal, outcome, by);
    if (!decided || outcome === 'uphold') return concluded;
    const decision = { ...decided, event, item: concluded };
    await this.measures.reverse(tx, decision);
    if (left) await this.measures.enact(tx, { ...decision, action: { ...decided.action, ...left } });
    return concluded;
  }
}
