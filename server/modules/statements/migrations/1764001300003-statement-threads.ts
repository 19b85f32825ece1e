import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole, grantAppendOnly, isolateByDyad } from '../../../platform/database/tables.js';

/** Threads beside the words of clauses, and the keys to who may read a draft. Each statement gets its topic. */
export class StatementThreads1764001300003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table statement_thread (
        thread_id uuid not null constraint statement_thread_pk primary key
          constraint statement_thread_thread references thread (id),
        dyad_id uuid not null,
        statement_id uuid not null constraint statement_thread_statement references statement (id),
        clause_id uuid not null,
        side text not null constraint statement_thread_side check (side in ('a', 'b')),
        anchor_start bytea not null,
        anchor_end bytea not null,
        quote text not null,
        resolved_by uuid constraint statement_thread_resolved_by references member,
        resolved_at timestamptz,
        constraint statement_thread_resolved check ((resolved_by is null) = (resolved_at is null))
      )`);
    await runner.query(`create index statement_thread_of_statement on statement_thread (statement_id)`);
    // What a thread is about is never rewritten; only whether it is settled changes.
    await runner.query(`grant select, insert on statement_thread to ${applicationRole}`);
    await runner.query(`grant update (resolved_by, resolved_at) on statement_thread to ${applicationRole}`);
    await runner.query(`
      create table statement_visibility_key (
        id uuid not null constraint statement_visibility_key_pk primary key,
        dyad_id uuid not null,
        statement_id uuid not null constraint statement_visibility_key_statement references statement (id),
        side text not null constraint statement_visibility_key_side check (side in ('a', 'b')),
        visibility text not null
          constraint statement_visibility_key_visibility check (visibility in ('drafters', 'members', 'public')),
        applied boolean not null,
        member_id uuid not null constraint statement_visibility_key_member references member,
        at timestamptz not null
      )`);
    await runner.query(
      `create index statement_visibility_key_of_statement on statement_visibility_key (statement_id, at, id)`,
    );
    await grantAppendOnly(runner, 'statement_visibility_key');
    await isolateByDyad(runner, 'statement_thread', 'statement_visibility_key');
    await runner.query(`
      insert into topic (id, dyad_id, slug, title, description, mode, opened_at, place_kind, place_id)
      select gen_random_uuid(), dyad_id, 's-' || replace(id::text, '-', ''), title, title, 'pre', opened_at, 'statement', id
      from statement`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['statement_visibility_key', 'statement_thread']) await runner.query(`drop table ${table}`);
  }
}
