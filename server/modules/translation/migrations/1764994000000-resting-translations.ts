import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A translation of a text that readers do not have is used for no other text. */
export class RestingTranslations1764994000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table translation add column rests boolean not null default false`);
    await runner.query(`
      update translation set rests = true where owner_id in (
        select r.id from post_revision r join post p on p.id = r.post_id
        where p.state in ('held', 'removed') or exists (select from post_redaction x where x.post_id = p.id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table translation drop column rests`);
  }
}
