import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Moderators keep a draft from its readers, for a time or for good, and as it is while they decide about it. What is being
 * signed, or is signed, is decided about by nobody, whatever the application believes.
 */
export class WithheldStatements1765100000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table statement
        add column withheld text constraint statement_withheld check (withheld in ('held', 'removed')),
        add column withheld_for text,
        add column still boolean not null default false,
        add constraint statement_decided_on_while_drafted
          check ((withheld is null and not still) or state = 'drafting'),
        add constraint statement_withheld_for
          check ((withheld_for is not null) = (withheld is not distinct from 'removed'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table statement drop column still, drop column withheld_for, drop column withheld`);
  }
}
