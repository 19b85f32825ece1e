import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was erased of the title of a topic, when and why: it is said where the title stood. */
export class ErasedTitles1765440000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table topic add column erased jsonb not null default '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table topic drop column erased`);
  }
}
