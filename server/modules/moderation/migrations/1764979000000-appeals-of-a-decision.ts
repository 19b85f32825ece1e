import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The appeal of all who were told of one decision is found by the decision. */
export class AppealsOfADecision1764979000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index moderation_appeal_of_event on moderation_appeal (event_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index moderation_appeal_of_event`);
  }
}
