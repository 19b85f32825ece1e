import { Injectable } from '@nestjs/common';
import type { Side } from '../../../../shared/access/actor.js';
import type { Accuracy } from '../../../../shared/moderation/priority.rules.js';
import { foundedOutcomes, unfoundedOutcomes, type ReportOutcome } from '../../../../shared/moderation/report.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { NewReport, NewSnapshot, OpenReport } from './report.js';

/** A reporter, and the side they are of. */
interface Reporter {
  readonly dyadId: string;
  readonly memberId: string;
  readonly side: Side;
}

/** How often reports of a person, and of their whole side, were right. */
export interface Accuracies {
  readonly own: Accuracy;
  readonly side: Accuracy;
}

/** A report that something became of, and whose it is. */
export interface ClosedReport {
  readonly id: string;
  readonly reporter: string;
}

const nothing: Accuracy = { founded: 0, decided: 0 };

/** Reports: added once, closed with what became of them, and without words after a time. */
@Injectable()
export class ReportRepository {
  async hasReported(tx: Tx, itemId: string, memberId: string): Promise<boolean> {
    const row = await tx.one(`select 1 as one from moderation_report where item_id = $1 and reporter_id = $2`, [
      itemId,
      memberId,
    ]);
    return row !== undefined;
  }

  async addSnapshot(tx: Tx, snapshot: NewSnapshot): Promise<void> {
    await tx.query(
      `insert into moderation_report_snapshot (item_id, hash, dyad_id, revision, words, taken_at)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [
        snapshot.itemId,
        snapshot.hash,
        snapshot.dyadId,
        snapshot.revision,
        JSON.stringify(snapshot.words),
        snapshot.takenAt,
      ],
    );
  }

  async add(tx: Tx, report: NewReport): Promise<void> {
    await tx.query(
      `insert into moderation_report (id, dyad_id, item_id, snapshot_hash, reporter_id, reporter_side, reason, words, weight, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        report.id,
        report.dyadId,
        report.itemId,
        report.snapshotHash,
        report.reporterId,
        report.reporterSide,
        report.reason,
        report.words,
        report.weight,
        report.at,
      ],
    );
  }

  /** Who has reported an item since a moment. */
  async reportersSince(tx: Tx, itemId: string, since: Date): Promise<string[]> {
    const rows = await tx.query<{ reporter: string }>(
      `select reporter_id as reporter from moderation_report where item_id = $1 and at > $2`,
      [itemId, since],
    );
    return rows.map(({ reporter }) => reporter);
  }

  /** As far as reports were decided after a moment. */
  async accuracies(tx: Tx, { dyadId, memberId, side }: Reporter, since: Date): Promise<Accuracies> {
    const rows = await tx.query<Accuracy & { isOwn: boolean }>(
      `select reporter_id = $3 as "isOwn", count(*)::int as decided, count(*) filter (where outcome = any($4))::int as founded
       from moderation_report
       where dyad_id = $1 and reporter_side = $2 and closed_at > $6 and outcome = any($5) group by 1`,
      [dyadId, side, memberId, foundedOutcomes, [...foundedOutcomes, ...unfoundedOutcomes], since],
    );
    const [own = nothing, others = nothing] = [true, false].map((isOwn) => rows.find((row) => row.isOwn === isOwn));
    return {
      own: { founded: own.founded, decided: own.decided },
      side: { founded: own.founded + others.founded, decided: own.decided + others.decided },
    };
  }

  open(tx: Tx, itemId: string): Promise<OpenReport[]> {
    return tx.query<OpenReport>(
      `select reason, weight from moderation_report where item_id = $1 and outcome is null order by at, id`,
      [itemId],
    );
  }

  /** Closes what is open about an item. @returns the reports, each with whom it is of, in an order that nobody chose */
  close(tx: Tx, itemId: string, outcome: ReportOutcome, at: Date): Promise<ClosedReport[]> {
    return tx.query(
      `with closed as (
         update moderation_report set outcome = $2, closed_at = $3 where item_id = $1 and outcome is null
         returning id, reporter_id)
       select id, reporter_id as reporter from closed order by id`,
      [itemId, outcome, at],
    );
  }

  /** Turns what was found right before. @returns as `close` */
  turn(tx: Tx, itemId: string, outcome: ReportOutcome, at: Date): Promise<ClosedReport[]> {
    return tx.query(
      `with turned as (
         update moderation_report set outcome = $2, closed_at = $3 where item_id = $1 and outcome = any($4)
         returning id, reporter_id)
       select id, reporter_id as reporter from turned order by id`,
      [itemId, outcome, at, foundedOutcomes],
    );
  }

  /** Opens again what was decided about an item, which is decided anew. */
  async reopen(tx: Tx, itemId: string): Promise<void> {
    await tx.query(
      `update moderation_report set outcome = null, closed_at = null where item_id = $1 and outcome is not null`,
      [itemId],
    );
  }

  /** Takes the words out of everything that was reported of an item: its author has taken them back. */
  async eraseWords(tx: Tx, itemId: string): Promise<void> {
    await tx.query(`update moderation_report_snapshot set words = null where item_id = $1`, [itemId]);
    await tx.query(`update moderation_report set words = '' where item_id = $1`, [itemId]);
  }

  /** Takes the words out of what was decided so long ago. @returns of how many rows */
  async forgetWords(tx: Tx, now: Date, { months, days }: { months: number; days: number }): Promise<number> {
    const [cut] = await tx.query<{ at: Date }>(
      `select $1::timestamptz - make_interval(months => $2, days => $3) as at`,
      [now, months, days],
    );
    const reports = await tx.query(
      `update moderation_report set words = '' where words <> '' and closed_at < $1 returning id`,
      [cut?.at],
    );
    const snapshots = await tx.query(
      `update moderation_report_snapshot s set words = null where words is not null and not exists (
         select from moderation_report r where r.item_id = s.item_id and r.snapshot_hash = s.hash
           and (r.closed_at is null or r.closed_at >= $1)) returning hash`,
      [cut?.at],
    );
    return reports.length + snapshots.length;
  }
}
