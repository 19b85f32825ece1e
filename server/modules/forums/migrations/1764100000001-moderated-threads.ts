import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tells moderation in which threads its earlier posts stand. */
export class ModeratedThreads1764100000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update moderation_item i set place_id = p.thread_id from post p where i.kind = 'post' and p.id = i.content_id`);
  }

  /** The column goes with the migration before this one. */
  async down(): Promise<void> {}
}
