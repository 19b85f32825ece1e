import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Moderators keep a draft from its readers, for a time or for good. What is being signed, or is signed, is never kept from
 * anybody, whatever the application believes.
 */
export class WithheldStatements1765100000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table statement
        add column withheld text constraint statement_withheld check (withheld in ('held', 'removed')),
        add column withheld_for text,
        add constraint statement_withheld_while_drafted check (withheld is null or state = 'drafting'),
        add constraint statement_withheld_for
          check ((withheld_for is not null) = (withheld is not distinct from 'removed'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table statement drop column withheld_for, drop column withheld`);
  }
}
