import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Posts whose authors want no translation engine of others to get their words. */
export class InsidePosts1764981000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table post add column stays_inside boolean not null default false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table post drop column stays_inside`);
  }
}
