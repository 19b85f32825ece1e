import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole, grantAppendOnly, isolateByDyad } from '../../../platform/database/tables.js';

/** Suggestions for statements, each a document of its own, and the keys that sides give to them. */
export class Suggestions1764001300001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table suggestion (
        id uuid not null constraint suggestion_pk primary key constraint suggestion_document references document (id),
        dyad_id uuid not null,
        statement_id uuid not null constraint suggestion_statement references statement (id),
        since bytea not null,
        member_id uuid not null constraint suggestion_member references member,
        note text not null,
        note_language text not null,
        opened_at timestamptz not null,
        state text not null default 'open'
          constraint suggestion_state check (state in ('open', 'accepted', 'declined', 'withdrawn')),
        closed_by uuid constraint suggestion_closed_by references member,
        closed_at timestamptz,
        reason text,
        reason_language text,
        constraint suggestion_closed check ((state = 'open') = (closed_at is null))
      )`);
    await runner.query(`create index suggestion_of_statement on suggestion (statement_id, state, opened_at desc)`);
    await runner.query(`
      create table suggestion_key (
        suggestion_id uuid not null constraint suggestion_key_suggestion references suggestion (id),
        side text not null constraint suggestion_key_side check (side in ('a', 'b')),
        hash bytea not null,
        dyad_id uuid not null,
        member_id uuid not null constraint suggestion_key_member references member,
        at timestamptz not null,
        constraint suggestion_key_pk primary key (suggestion_id, side, hash)
      )`);
    await grantAppendOnly(runner, 'suggestion', 'suggestion_key');
    // Of a suggestion itself only what became of it is written later.
    await runner.query(
      `grant update (state, closed_by, closed_at, reason, reason_language) on suggestion to ${applicationRole}`,
    );
    await isolateByDyad(runner, 'suggestion', 'suggestion_key');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['suggestion_key', 'suggestion']) await runner.query(`drop table ${table}`);
  }
}
