import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole } from '../../../platform/database/tables.js';

/** How members read texts of one language, where they chose otherwise for it. */
export class ReadingByLanguage1764993000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table member add column reading_by_language jsonb not null default '{}'
        constraint member_reading_by_language check (jsonb_typeof(reading_by_language) = 'object')`);
    await runner.query(`grant update (reading_by_language) on member to ${applicationRole}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table member drop column reading_by_language`);
  }
}
