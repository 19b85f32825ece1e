import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantAppendOnly, isolateByDyad } from '../../../platform/database/tables.js';

/** What statements said at moments that mattered; versions are added, never changed. */
export class StatementVersions1764001200001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table statement_version (
        id uuid not null constraint statement_version_pk primary key,
        dyad_id uuid not null,
        statement_id uuid not null constraint statement_version_statement references statement (id),
        number integer not null,
        seq bigint not null,
        kind text not null constraint statement_version_kind check (kind in ('named', 'frozen', 'restored')),
        name text,
        name_language text,
        clauses jsonb not null,
        canonical text not null,
        hash bytea not null,
        member_id uuid not null constraint statement_version_member references member,
        at timestamptz not null,
        constraint statement_version_number unique (statement_id, number),
        constraint statement_version_name_in check ((name is null) = (name_language is null))
      )`);
    await grantAppendOnly(runner, 'statement_version');
    await isolateByDyad(runner, 'statement_version');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table statement_version`);
  }
}
