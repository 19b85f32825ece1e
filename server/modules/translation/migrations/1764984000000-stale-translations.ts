import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A translation stays when its text is written anew, and says that it is of an earlier one. */
export class StaleTranslations1764984000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table translation add column stale_at timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table translation drop column stale_at`);
  }
}
