import { Injectable } from '@nestjs/common';
import type { ReportOutcome } from '../../../../shared/moderation/report.rules.js';
import type { Tx } from '../../../platform/database/tx.js';

/** What somebody was told who had reported something, as it is stored. */
export interface ReportAnswer {
  readonly id: string;
  readonly dyadId: string;
  readonly memberId: string;
  readonly itemId: string;
  /** The event that closed the case. */
  readonly eventId: string;
  readonly outcome: ReportOutcome;
  readonly at: Date;
  /** Until when an appeal is taken; nothing where something came of the report. */
  readonly appealableUntil: Date | null;
  readonly readAt: Date | null;
}

const columns = `id, dyad_id as "dyadId", member_id as "memberId", item_id as "itemId", event_id as "eventId", outcome, at,
  appealable_until as "appealableUntil", read_at as "readAt"`;

@Injectable()
export class ReportAnswerRepository {
  async add(tx: Tx, one: ReportAnswer): Promise<void> {
    const { id, dyadId, memberId, itemId, eventId, outcome, at, appealableUntil } = one;
    await tx.query(
      `insert into moderation_report_answer (id, dyad_id, member_id, item_id, event_id, outcome, at, appealable_until)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, dyadId, memberId, itemId, eventId, outcome, at, appealableUntil],
    );
  }

  find(tx: Tx, memberId: string, id: string): Promise<ReportAnswer | undefined> {
    return tx.one<ReportAnswer>(`select ${columns} from moderation_report_answer where member_id = $1 and id = $2`, [
      memberId,
      id,
    ]);
  }

  async read(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.query(`update moderation_report_answer set read_at = $2 where id = $1 and read_at is null`, [id, at]);
  }
}
