import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { DeadlineDuties } from '../deadlines/deadline.port.js';
import type { DueDeadline } from '../deadlines/deadline.repository.js';
import { NoticeSignals } from '../reasons/notice-signals.js';
import type { StoredSanction } from './sanction.js';
import { SanctionRepository } from './sanction.repository.js';
import { Sanctions } from './sanctions.service.js';

/** What time does with sanctions: they end, and their strikes count no more. */
@Injectable()
export class SanctionTime implements OnModuleInit {
  constructor(
    private readonly duties: DeadlineDuties,
    private readonly sanctions: Sanctions,
    private readonly stored: SanctionRepository,
    private readonly notices: NoticeSignals,
  ) {}

  onModuleInit(): void {
    this.duties.register('sanction_end', (tx, due) =>
      this.with(tx, due, (sanction) => this.sanctions.expire(tx, sanction)),
    );
    this.duties.register('strike_end', (tx, due) =>
      this.with(tx, due, ({ id }) => this.stored.endStrike(tx, id, due.dueAt)),
    );
  }

  private async with(
    tx: Tx,
    { sanctionId }: DueDeadline,
    act: (sanction: StoredSanction) => Promise<void>,
  ): Promise<void> {
    const sanction = sanctionId === null ? undefined : await this.stored.find(tx, sanctionId);
    if (!sanction) return;
    await act(sanction);
    await this.notices.changed(tx, sanction, sanction.statementId);
  }
}
