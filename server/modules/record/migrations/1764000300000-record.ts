import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantAppendOnly, isolateByDyad } from '../../../platform/database/tables.js';

/** The public record: what both sides can hold each other to. It only grows. */
export class Record1764000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table record_entry (
        dyad_id uuid not null,
        seq integer not null check (seq > 0),
        kind text not null,
        day date not null,
        about jsonb not null,
        constraint record_entry_pk primary key (dyad_id, seq)
      )`);
    await grantAppendOnly(runner, 'record_entry');
    await isolateByDyad(runner, 'record_entry');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table record_entry');
  }
}
