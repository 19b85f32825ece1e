import { Injectable } from '@nestjs/common';
import type { Side } from '../../../../shared/access/actor.js';
import type { AppealVerdict } from '../../../../shared/moderation/appeal.rules.js';
import type { Variation } from '../../../../shared/moderation/appeal.schema.js';
import type { Tx } from '../../../platform/database/tx.js';

/** What was said from a seat about an appeal. */
export interface SaidOnAppeal {
  readonly verdict: AppealVerdict;
  readonly reasons: Readonly<Record<string, string>>;
  readonly variation: Variation | null;
}

/** A seat of the panel of an appeal, with what was said from it. */
export interface AppealSeat extends Partial<SaidOnAppeal> {
  readonly panel: string;
  readonly side: Side;
  readonly memberId: string;
  readonly at: Date | null;
}

/** The panels of appeals: who sits, and what each said in the languages of both sides. Said once, and never changed. */
@Injectable()
export class AppealVerdictRepository {
  async add(
    tx: Tx,
    dyadId: string,
    seat: Pick<AppealSeat, 'panel' | 'side'>,
    { verdict, reasons, variation }: SaidOnAppeal,
    at: Date,
  ): Promise<void> {
    await tx.query(
      `insert into moderation_verdict (panel_id, side, dyad_id, verdict, note, reasons, variation, at)
       values ($1, $2, $3, $4, '', $5, $6, $7)`,
      [seat.panel, seat.side, dyadId, verdict, JSON.stringify(reasons), variation && JSON.stringify(variation), at],
    );
  }

  /** The seats of the panel that decides an appeal, or decided it; in an order that says nothing of a side. */
  seats(tx: Tx, appealId: string): Promise<AppealSeat[]> {
    return tx.query<AppealSeat>(
      `select s.panel_id as panel, s.side, s.member_id as "memberId", v.verdict, v.reasons, v.variation, v.at
       from moderation_panel p join moderation_panel_seat s on s.panel_id = p.id
       left join moderation_verdict v on v.panel_id = s.panel_id and v.side = s.side
       where p.appeal_id = $1 and p.state <> 'dissolved' order by s.side = 'neutral', s.member_id`,
      [appealId],
    );
  }
}
