import { Injectable } from '@nestjs/common';
import type { disputeStates } from '../../../../shared/translation/human-work.rules.js';
import type { WhyNone } from '../../../../shared/translation/egress.rules.js';
import type { TranslationStatus } from '../../../../shared/translation/translation.schema.js';
import type { Tx } from '../../../platform/database/tx.js';

/** What statistics look at of a translation; the words and who wrote them are not among it. */
export interface TranslationFact {
  readonly owner: string;
  readonly target: string;
  readonly status: TranslationStatus;
  readonly engine: string | null;
  readonly via: string | null;
  readonly whyNone: WhyNone | null;
  readonly madeAt: Date | null;
  readonly isCurrent: boolean;
  readonly isStale: boolean;
  readonly isWithheld: boolean;
  /** Some check failed. */
  readonly failed: boolean;
  /** Of each side whether somebody stands behind it. */
  readonly a: boolean;
  readonly b: boolean;
}

export interface DisputeFact {
  readonly owner: string;
  readonly target: string;
  readonly state: (typeof disputeStates)[number];
}

/** Reads the translations of a dyad for its statistics, in two queries. */
@Injectable()
export class TranslationStatisticsRepository {
  /** Of texts of posts; without those that were replaced before there were any words. */
  translations(tx: Tx, dyadId: string): Promise<TranslationFact[]> {
    return tx.query<TranslationFact>(
      `select t.owner_id as owner, t.target, t.status, t.engine, t.via, t.why_none as "whyNone", t.made_at as "madeAt",
         t.superseded_at is null as "isCurrent", t.stale_at is not null as "isStale", t.withheld is not null as "isWithheld",
         cardinality(t.checks) > 0 as failed, coalesce(s.a, false) as a, coalesce(s.b, false) as b
       from translation t left join (
         select translation_id, bool_or(side = 'a') as a, bool_or(side = 'b') as b
         from translation_stance where dyad_id = $1 group by translation_id) s on s.translation_id = t.id
       where t.dyad_id = $1 and t.owner_kind = 'post_revision' and (t.superseded_at is null or t.made_at is not null)`,
      [dyadId],
    );
  }

  disputes(tx: Tx, dyadId: string): Promise<DisputeFact[]> {
    return tx.query<DisputeFact>(
      `select owner_id as owner, target, state from translation_dispute where dyad_id = $1`,
      [dyadId],
    );
  }
}
