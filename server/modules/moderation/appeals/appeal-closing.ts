import { Injectable } from '@nestjs/common';
import type { AppealVerdict } from '../../../../shared/moderation/appeal.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Deadlines } from '../deadlines/deadlines.js';
import { PanelRepository } from '../panels/panel.repository.js';
import { NoticeSignals } from '../reasons/notice-signals.js';
import type { StoredAppeal } from './appeal.js';
import { AppealRepository } from './appeal.repository.js';

const states = { uphold: 'upheld', vary: 'varied', overturn: 'overturned' } as const;

/** Closes appeals that have their answer: nothing is waited for any more, and whoever appealed is told. */
@Injectable()
export class AppealClosing {
  constructor(
    private readonly appeals: AppealRepository,
    private readonly panels: PanelRepository,
    private readonly deadlines: Deadlines,
    private readonly notices: NoticeSignals,
    private readonly clock: Clock,
  ) {}

  async close(tx: Tx, appeal: StoredAppeal, outcome: AppealVerdict, by: 'panel' | 'timer'): Promise<void> {
    await this.appeals.decide(tx, appeal.id, states[outcome], this.clock.now());
    const panel = await this.panels.openOf(tx, { appealId: appeal.id });
    if (panel) await this.panels.setState(tx, panel.id, by === 'panel' ? 'decided' : 'dissolved', panel.dueAt);
    await this.deadlines.settle(tx, { kinds: ['panel', 'appeal_target', 'appeal_end'], appealId: appeal.id });
    await this.notices.changed(tx, appeal, appeal.statementId ?? appeal.answerId ?? '');
  }
}
