import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole, isolateByDyad } from '../../../platform/database/tables.js';

/**
 * Files of a glossary as they were read, for stewards of both sides to agree on. What was read is never rewritten; only that
 * it was proposed is noted, and what nobody proposed is forgotten.
 */
export class GlossaryImports1764995000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table glossary_import (
        id uuid not null constraint glossary_import_pk primary key,
        dyad_id uuid not null constraint glossary_import_dyad references dyad,
        file_name text not null,
        report jsonb not null,
        changes jsonb not null,
        hash text not null constraint glossary_import_hash check (hash ~ '^[0-9a-f]{64}$'),
        read_at timestamptz not null,
        proposed_at timestamptz
      )`);
    await runner.query(`create index glossary_import_waiting on glossary_import (read_at) where proposed_at is null`);
    await runner.query(`
      grant select, insert, delete, update (proposed_at) on glossary_import to ${applicationRole}`);
    await isolateByDyad(runner, 'glossary_import');
    // Proposed files belong to what stewards did together, which nobody takes back.
    await runner.query(`
      create policy glossary_import_unproposed on glossary_import as restrictive for delete to ${applicationRole}
      using (proposed_at is null)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table glossary_import`);
  }
}
