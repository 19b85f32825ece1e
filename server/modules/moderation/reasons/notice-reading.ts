import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { SanctionRepository } from '../sanctions/sanction.repository.js';
import { Sanctions } from '../sanctions/sanctions.service.js';
import { ReportAnswerRepository } from './report-answer.repository.js';
import { StatementRepository } from './statement.repository.js';

/** Notes that a member has read what they were told; whoever has read a warning may write again. */
@Injectable()
export class NoticeReading {
  constructor(
    private readonly statements: StatementRepository,
    private readonly reports: ReportAnswerRepository,
    private readonly stored: SanctionRepository,
    private readonly sanctions: Sanctions,
    private readonly clock: Clock,
  ) {}

  /** Changes nothing of what others were told, nor of what is read already. */
  async note(tx: Tx, { memberId }: DyadMember, id: string): Promise<void> {
    const now = this.clock.now();
    const statement = await this.statements.find(tx, memberId, id);
    if (!statement) {
      const answer = await this.reports.find(tx, memberId, id);
      if (answer) await this.reports.read(tx, id, now);
      return;
    }
    await this.statements.read(tx, id, now);
    const sanction = (await this.stored.of(tx, [id])).get(id);
    if (sanction) await this.sanctions.acknowledge(tx, sanction);
  }
}
