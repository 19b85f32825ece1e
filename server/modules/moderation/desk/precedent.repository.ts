import { Injectable } from '@nestjs/common';
import type { ContentKind } from '../../../../shared/moderation/content-kind.rules.js';
import type { ContentMeasure, SanctionKind } from '../../../../shared/moderation/decision-classes.rules.js';
import type { ReasonCode } from '../../../../shared/moderation/reasons.js';
import type { Tx } from '../../../platform/database/tx.js';

/** A decision that has fallen about another item, with the words it was about. */
export interface PastDecision {
  readonly itemId: string;
  readonly dyadId: string;
  readonly kind: ContentKind;
  readonly content: string;
  readonly authorId: string;
  readonly revision: number;
  readonly reason: ReasonCode;
  readonly measure: ContentMeasure | null;
  readonly sanction: SanctionKind | null;
  /** Where both sides, or a panel, or one moderator found nothing against the words. */
  readonly isNoBreach: boolean;
  readonly decidedAt: Date;
}

/** What an item was last proposed to be judged by. */
export interface AppliedRule {
  readonly policyVersion: number;
  readonly article: number | null;
}

/** Decisions of the past, as far as they help with one of now. */
@Injectable()
export class PrecedentRepository {
  /** Why an item is looked at: every reason that was ever given for it. */
  async reasons(tx: Tx, itemId: string): Promise<ReasonCode[]> {
    const rows = await tx.query<{ reason: ReasonCode }>(
      `select distinct reason from moderation_event where item_id = $1 and reason is not null order by reason`,
      [itemId],
    );
    return rows.map(({ reason }) => reason);
  }

  applied(tx: Tx, itemId: string): Promise<AppliedRule | undefined> {
    return tx.one<AppliedRule>(
      `select policy_version as "policyVersion", article from moderation_proposal
       where item_id = $1 order by opened_at desc, id desc limit 1`,
      [itemId],
    );
  }

  /** The newest decisions of a dyad for these reasons, with keys or without, but for those about this item. */
  decided(
    tx: Tx,
    { dyadId, id }: { readonly dyadId: string; readonly id: string },
    reasons: readonly ReasonCode[],
    limit: number,
  ): Promise<PastDecision[]> {
    return tx.query<PastDecision>(
      `with decided as (
         (select item_id, revision, reason, measure, sanction, state = 'restored' or measure = 'dismiss' as no_breach, closed_at
          from moderation_proposal where dyad_id = $1 and reason = any($3::text[]) and state in ('enacted', 'restored')
            and item_id <> $2 and measure is distinct from 'reopen'
          order by closed_at desc, item_id limit $4)
         union all
         (select distinct on (r.closed_at, r.item_id) r.item_id, s.revision, r.reason, null, null, true, r.closed_at
          from moderation_report r join moderation_report_snapshot s on s.item_id = r.item_id and s.hash = r.snapshot_hash
          where r.dyad_id = $1 and r.reason = any($3::text[]) and r.outcome = 'no_breach' and r.item_id <> $2
            and not exists (
              select from moderation_proposal p where p.item_id = r.item_id and p.state in ('enacted', 'restored'))
          order by r.closed_at desc, r.item_id limit $4))
       select d.item_id as "itemId", i.dyad_id as "dyadId", i.kind, i.content_id as content, i.author_id as "authorId", d.revision,
         d.reason, d.measure, d.sanction, d.no_breach as "isNoBreach", d.closed_at as "decidedAt"
       from decided d join moderation_item i on i.id = d.item_id order by d.closed_at desc, d.item_id limit $4`,
      [dyadId, id, reasons, limit],
    );
  }
}
