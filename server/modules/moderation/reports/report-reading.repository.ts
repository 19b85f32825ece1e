import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { KeptSnapshot, OwnReport, ReportGroup } from './report.js';

const wordsShown = 10;

const own = `select r.id, r.reason, r.words, r.at, r.outcome, r.closed_at as "closedAt", i.kind, i.content_id as content,
    i.place_id as place, i.state as "itemState",
    exists (select from moderation_claim c where c.item_id = i.id and c.expires_at > $2) as "isClaimed"
  from moderation_report r join moderation_item i on i.id = r.item_id`;

/** Reports as those who made them, and the desk, may know them. */
@Injectable()
export class ReportReadingRepository {
  /** The reports of a member, newest first; those made before one of them. */
  ofReporter(
    tx: Tx,
    memberId: string,
    page: { readonly before: string | undefined; readonly limit: number; readonly now: Date },
  ): Promise<OwnReport[]> {
    return tx.query<OwnReport>(
      `${own} where r.reporter_id = $1
         and ($3::uuid is null or (r.at, r.id) < (select at, id from moderation_report where id = $3 and reporter_id = $1))
       order by r.at desc, r.id desc limit $4`,
      [memberId, page.now, page.before ?? null, page.limit],
    );
  }

  find(tx: Tx, id: string, now: Date): Promise<OwnReport | undefined> {
    return tx.one<OwnReport>(`${own} where r.id = $1`, [id, now]);
  }

  /** What was reported about items, by reason and side. */
  groups(tx: Tx, items: readonly string[]): Promise<ReportGroup[]> {
    return tx.query<ReportGroup>(
      `select item_id as "itemId", reason, reporter_side as side, count(*)::int as reports,
         count(*) filter (where outcome is null)::int as open, min(at) as "oldestAt", max(at) as "newestAt",
         coalesce((array_agg(words order by at desc, id desc) filter (where words <> ''))[1:${wordsShown}], '{}') as words
       from moderation_report where item_id = any($1::uuid[]) group by item_id, reason, reporter_side
       order by min(at), min(id::text)`,
      [items],
    );
  }

  /** What was read when it was reported, newest first. */
  snapshots(tx: Tx, items: readonly string[]): Promise<KeptSnapshot[]> {
    return tx.query<KeptSnapshot>(
      `select s.item_id as "itemId", s.hash, s.revision, s.words, s.taken_at as "takenAt",
         (select count(*)::int from moderation_report r where r.item_id = s.item_id and r.snapshot_hash = s.hash) as reports
       from moderation_report_snapshot s where s.item_id = any($1::uuid[]) order by s.taken_at desc, s.hash`,
      [items],
    );
  }
}
