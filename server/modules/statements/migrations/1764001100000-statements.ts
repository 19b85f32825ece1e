import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantAppendOnly, grantFull, isolateByDyad } from '../../../platform/database/tables.js';

/** Joint statements and the keys that sides give to their clauses; keys are added, never changed. */
export class Statements1764001100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table statement (
        id uuid not null constraint statement_pk primary key constraint statement_document references document (id),
        dyad_id uuid not null constraint statement_dyad references dyad,
        title jsonb not null,
        visibility text not null constraint statement_visibility check (visibility in ('drafters', 'members', 'public')),
        state text not null constraint statement_state check (state in ('drafting', 'frozen', 'ratified')),
        clauses integer not null,
        opened_by uuid not null constraint statement_opened_by references member,
        opened_at timestamptz not null
      )`);
    await runner.query(`create index statement_newest on statement (dyad_id, opened_at desc, id desc)`);
    await runner.query(`
      create table clause_key (
        id uuid not null constraint clause_key_pk primary key,
        dyad_id uuid not null,
        statement_id uuid not null constraint clause_key_statement references statement (id),
        clause_id uuid not null,
        side text not null constraint clause_key_side check (side in ('a', 'b')),
        kind text not null constraint clause_key_kind check (kind in ('agree', 'align', 'withdraw')),
        hash bytea not null,
        member_id uuid not null constraint clause_key_member references member,
        at timestamptz not null
      )`);
    await runner.query(`create index clause_key_of_statement on clause_key (statement_id, at, id)`);
    await grantFull(runner, 'statement');
    await grantAppendOnly(runner, 'clause_key');
    await isolateByDyad(runner, 'statement', 'clause_key');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['clause_key', 'statement']) await runner.query(`drop table ${table}`);
  }
}
