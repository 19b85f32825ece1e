import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ItemState } from '../../../../shared/moderation/moderation.lifecycle.js';
import { isHolding } from '../../../../shared/moderation/next-standing.js';
import type { Tx } from '../../../platform/database/tx.js';
import { StepFollowers, type TakenStep } from '../items/step-followers.js';
import { Sanctions } from '../sanctions/sanctions.service.js';
import { HoldStatements } from './hold-statements.js';
import { Statements } from './statements.service.js';

/** An item is before moderators. */
const isOpen: ReadonlySet<ItemState> = new Set<ItemState>(['in_review', 'held', 'proposed', 'escalated']);

/** What steps of items mean for people, whoever takes them: reasons of holds, and ends of what was decided. */
@Injectable()
export class StepConsequences implements OnModuleInit {
  constructor(
    private readonly followers: StepFollowers,
    private readonly holds: HoldStatements,
    private readonly statements: Statements,
    private readonly sanctions: Sanctions,
  ) {}

  onModuleInit(): void {
    this.followers.register('reasons', (tx, step) => this.follow(tx, step));
  }

  private async follow(tx: Tx, step: TakenStep): Promise<void> {
    const { before, after, event } = step;
    if (before && isHolding(before) && !isHolding(after))
      await this.statements.end(tx, after, 'hold', event.type === 'expire' ? 'time' : 'decision');
    if (event.type === 'hold') await this.holds.give(tx, step);
    if (!before || !isOpen.has(before.state) || isOpen.has(after.state)) return;
    if (after.state === 'withdrawn') return;
    // A new decision takes the place of an earlier one, which had been opened again.
    await this.statements.end(tx, after, 'all', 'decision');
    await this.sanctions.lift(tx, after.id, 'decision');
  }
}
