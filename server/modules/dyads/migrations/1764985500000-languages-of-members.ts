import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole } from '../../../platform/database/tables.js';

const added = 'also_reads, also_writes, credited';

/** What members say of their languages, whether translations name them, and reading without any translations. */
export class LanguagesOfMembers1764985500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table member
        add column also_reads text[] not null default '{}',
        add column also_writes text[] not null default '{}',
        add column credited boolean not null default false`);
    await runner.query(`grant update (${added}) on member to ${applicationRole}`);
    await runner.query(`
      alter table member drop constraint member_reading_check, add constraint member_reading_check
        check (reading in ('side_by_side', 'original_first', 'translation_first', 'original_only'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update member set reading = 'original_first' where reading = 'original_only'`);
    await runner.query(`
      alter table member drop constraint member_reading_check, add constraint member_reading_check
        check (reading in ('side_by_side', 'original_first', 'translation_first'))`);
    await runner.query(`alter table member drop column also_reads, drop column also_writes, drop column credited`);
  }
}
