import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Not only posts are decided about. */
export class KindsOfContent1764950000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table moderation_item drop constraint moderation_item_kind,
        add constraint moderation_item_kind check (kind in ('post', 'translation', 'name', 'statement'))`);
  }

  /** What was decided about other kinds stays in the chain of events, and so do its items. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table moderation_item drop constraint moderation_item_kind,
        add constraint moderation_item_kind check (kind in ('post')) not valid`);
  }
}
