import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An item says what its content stands in. Of earlier ones the module that owns the content knows it, and says so in a
 * migration of its own, after this one and before their events are chained.
 */
export class ModeratedPlaces1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table moderation_item add column place_id uuid`);
    await runner.query(`update moderation_item set place_id = content_id`);
    await runner.query(`alter table moderation_item alter column place_id set not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table moderation_item drop column place_id`);
  }
}
