import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole, grantFull, isolateByDyad } from '../../../platform/database/tables.js';

const reasons = `('HATE', 'THREAT', 'INCITE', 'HARASS', 'DEHUMANISE', 'GLORIFY', 'DENIAL', 'DOXX', 'PRIVACY', 'IMPERSONATE',
  'COORDINATED', 'SPAM', 'OFFTOPIC', 'MISQUOTE', 'UNSOURCED_CLAIM', 'ILLEGAL_OTHER', 'RULES_OTHER')`;
const outcomes = `('removed', 'redacted', 'thread_locked', 'author_addressed', 'no_breach', 'overturned', 'undecided',
  'withdrawn', 'decided_before')`;
const sides = `('a', 'b', 'neutral')`;

/** Reports with what was read when they were made, the order of the desk's lists that follows from them, and claims. */
export class ModerationReports1764100200001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createReports(runner);
    await createClaims(runner);
    await orderQueues(runner);
    await isolateByDyad(runner, 'moderation_report_snapshot', 'moderation_report', 'moderation_claim');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['moderation_claim', 'moderation_report', 'moderation_report_snapshot'])
      await runner.query(`drop table ${table}`);
    await runner.query(`drop index moderation_proposal_decided`);
    await runner.query(`drop index moderation_item_queue`);
    await runner.query(`alter table moderation_item drop column turn_at, drop column priority`);
    await runner.query(`alter table moderation_item add column priority integer not null default 0`);
    await runner.query(`
      create index moderation_item_queue on moderation_item (dyad_id, state, priority desc, since, id)
      where state in ('pending', 'in_review', 'held', 'proposed', 'escalated', 'returned')`);
  }
}

async function createReports(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table moderation_report_snapshot (
      item_id uuid not null constraint moderation_report_snapshot_item references moderation_item (id),
      hash bytea not null constraint moderation_report_snapshot_hash check (length(hash) = 32),
      dyad_id uuid not null,
      revision integer not null,
      words jsonb,
      taken_at timestamptz not null,
      constraint moderation_report_snapshot_pk primary key (item_id, hash)
    )`);
  await runner.query(`
    create table moderation_report (
      id uuid not null constraint moderation_report_pk primary key,
      dyad_id uuid not null,
      item_id uuid not null,
      snapshot_hash bytea not null,
      reporter_id uuid not null constraint moderation_report_reporter references member,
      reporter_side text not null constraint moderation_report_side check (reporter_side in ${sides}),
      reason text not null constraint moderation_report_reason check (reason in ${reasons}),
      words text not null,
      weight double precision not null constraint moderation_report_weight check (weight > 0 and weight <= 2),
      at timestamptz not null,
      outcome text constraint moderation_report_outcome check (outcome in ${outcomes}),
      closed_at timestamptz,
      constraint moderation_report_once unique (item_id, reporter_id),
      constraint moderation_report_snapshot foreign key (item_id, snapshot_hash)
        references moderation_report_snapshot (item_id, hash),
      constraint moderation_report_closed check ((outcome is null) = (closed_at is null))
    )`);
  await runner.query(`create index moderation_report_of_reporter on moderation_report (reporter_id, at desc, id desc)`);
  await runner.query(`
    create index moderation_report_decided on moderation_report (dyad_id, reporter_side, closed_at)
    include (outcome, reporter_id) where closed_at is not null`);
  await runner.query(`
    create index moderation_report_found on moderation_report (dyad_id, reason, closed_at desc, item_id)
    where outcome = 'no_breach'`);
  // What was reported, by whom and why is never rewritten; what became of it is, and words are forgotten in time.
  await runner.query(`grant select, insert on moderation_report, moderation_report_snapshot to ${applicationRole}`);
  await runner.query(`grant update (words, outcome, closed_at) on moderation_report to ${applicationRole}`);
  await runner.query(`grant update (words) on moderation_report_snapshot to ${applicationRole}`);
}

async function createClaims(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table moderation_claim (
      item_id uuid not null constraint moderation_claim_item references moderation_item (id),
      side text not null constraint moderation_claim_side check (side in ${sides}),
      dyad_id uuid not null,
      member_id uuid not null constraint moderation_claim_member references member,
      since timestamptz not null,
      expires_at timestamptz not null,
      constraint moderation_claim_pk primary key (item_id, side)
    )`);
  await grantFull(runner, 'moderation_claim');
}

/** A list of the desk is read in the order of an index, whatever its length. */
async function orderQueues(runner: QueryRunner): Promise<void> {
  await runner.query(`drop index moderation_item_queue`);
  await runner.query(`alter table moderation_item drop column priority`);
  await runner.query(`
    alter table moderation_item
      add column priority double precision not null default 1
        constraint moderation_item_priority check (priority >= 1),
      add column turn_at timestamptz`);
  await runner.query(`update moderation_item set turn_at = since`);
  await runner.query(`alter table moderation_item alter column turn_at set not null`);
  await runner.query(`
    create index moderation_item_queue on moderation_item (dyad_id, state, turn_at, id)
    where state in ('pending', 'in_review', 'held', 'proposed', 'escalated', 'appealed', 'returned')`);
  await runner.query(`
    create index moderation_proposal_decided on moderation_proposal (dyad_id, reason, closed_at desc, item_id)
    where state in ('enacted', 'restored')`);
}
