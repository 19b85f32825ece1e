import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import { Failure } from '../../../../shared/contract/failure.js';
import { appeal as limits } from '../../../../shared/moderation/time-limits.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { randomId } from '../../../platform/ids/ids.js';
import { Deadlines } from '../deadlines/deadlines.js';
import { actorOf, ItemSteps } from '../items/item-steps.service.js';
import type { Item } from '../items/item.js';
import { PanelDrawing } from '../panels/panel-drawing.js';
import type { StoredAppeal } from './appeal.js';
import { AppealRepository } from './appeal.repository.js';
import type { Appealable } from './appealable-notices.js';

/** Puts decisions before a panel of people who had nothing to do with them, and sets the clock of the answer. */
@Injectable()
export class AppealOpening {
  constructor(
    private readonly appeals: AppealRepository,
    private readonly steps: ItemSteps,
    private readonly panels: PanelDrawing,
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  /** About a locked item. */
  async open(
    tx: Tx,
    member: DyadMember,
    item: Item,
    against: Appealable,
    said: Pick<StoredAppeal, 'words' | 'language'>,
  ): Promise<StoredAppeal> {
    const { party, notice, eventId, measure } = against;
    const appeal: StoredAppeal = {
      ...said,
      id: randomId(),
      dyadId: item.dyadId,
      memberId: member.memberId,
      itemId: item.id,
      eventId,
      statementId: party === 'author' ? notice : null,
      answerId: party === 'reporter' ? notice : null,
      openedAt: this.clock.now(),
      state: 'open',
      decidedAt: null,
    };
    if (!(await this.appeals.add(tx, appeal))) throw new Failure('appeal.made');
    const appealed = await this.steps.take(tx, item, {
      event: 'appeal',
      actor: actorOf(member),
      tool: party === 'author' ? 'author' : 'reader',
      causedBy: eventId,
      payload: { appeal: appeal.id, ...(measure && { measure }) },
    });
    await this.panels.convene(tx, appealed, { appealId: appeal.id });
    await this.watch(tx, appeal, 'appeal_target', limits.targetDays);
    await this.watch(tx, appeal, 'appeal_end', limits.maximumDays);
    return appeal;
  }

  private async watch(
    tx: Tx,
    { id, itemId, dyadId }: StoredAppeal,
    kind: 'appeal_target' | 'appeal_end',
    days: number,
  ): Promise<void> {
    await this.deadlines.set(tx, dyadId, { kind, itemId, appealId: id, dueAt: this.clock.in({ days }) });
  }
}
