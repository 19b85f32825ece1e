import { Injectable } from '@nestjs/common';
import type { AppealState } from '../../../../shared/moderation/appeal.rules.js';
import type { ContentKind } from '../../../../shared/moderation/content-kind.rules.js';
import type { SanctionKind } from '../../../../shared/moderation/decision-classes.rules.js';
import type { NoticeKind } from '../../../../shared/moderation/notice.rules.js';
import type { ReportOutcome } from '../../../../shared/moderation/report.rules.js';
import type { RestrictingMeasure } from '../../../../shared/moderation/statement-of-reasons/decided-restriction.js';
import type { Tx } from '../../../platform/database/tx.js';

/** A notice as the list shows it. */
export interface NoticeRow {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly about: ContentKind;
  readonly at: Date;
  readonly isRead: boolean;
  readonly measure: RestrictingMeasure | null;
  readonly sanction: SanctionKind | null;
  readonly outcome: ReportOutcome | null;
  readonly isOpen: boolean;
  readonly appeal: AppealState | null;
}

// Statements and answers to reports stand in one list.
const notices = `(
  select s.id, 'decision' as kind, s.item_id, s.event_id, s.at, s.read_at is not null as "isRead", s.measure, s.sanction, null::text as outcome,
    coalesce(w.kind = 'warning' and w.acknowledged_at is null and w.ended_at is null, false) as "isOpen"
  from moderation_statement s left join moderation_sanction w on w.statement_id = s.id where s.member_id = $1
  union all
  select id, 'report', item_id, event_id, at, read_at is not null, null, null, outcome, false from moderation_report_answer where member_id = $1
) as notice`;

/** Everything that moderators told a member. */
@Injectable()
export class NoticeRepository {
  /** Newest first, from behind a notice on. */
  page(tx: Tx, memberId: string, after: string | undefined, limit: number): Promise<NoticeRow[]> {
    return tx.query<NoticeRow>(
      `select notice.id, notice.kind, i.kind as about, notice.at, notice."isRead", notice.measure, notice.sanction,
         notice.outcome, notice."isOpen", p.state as appeal
       from ${notices} join moderation_item i on i.id = notice.item_id
       left join moderation_appeal p on p.event_id = notice.event_id
         and (p.answer_id = notice.id or (notice.kind = 'decision' and p.statement_id is not null))
       where $2::uuid is null or (notice.at, notice.id) < (
         select at, id from moderation_statement where id = $2 and member_id = $1
         union all select at, id from moderation_report_answer where id = $2 and member_id = $1)
       order by notice.at desc, notice.id desc limit $3`,
      [memberId, after ?? null, limit],
    );
  }

  async unread(tx: Tx, memberId: string): Promise<number> {
    const row = await tx.one<{ unread: number }>(
      `select count(*)::int as unread from ${notices} where not notice."isRead"`,
      [memberId],
    );
    return row?.unread ?? 0;
  }
}
