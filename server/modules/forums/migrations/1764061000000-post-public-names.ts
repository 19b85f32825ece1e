import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Posts have a name for what everybody may read: their id would tell the moment in which they were written. */
export class PostPublicNames1764061000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table post
        add column public_name uuid not null default gen_random_uuid(),
        add constraint post_public_name_once unique (public_name)`);
    // Those that were there have one now; from here on whoever adds a post gives it its name.
    await runner.query(`alter table post alter column public_name drop default`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table post drop column public_name`);
  }
}
