import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words that the server writes for somebody (a version that comes back) are known to be theirs. */
export class WritersForMembers1764001200101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table document_writer
        add column for_member_id uuid constraint document_writer_for_member references member`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table document_writer drop column for_member_id`);
  }
}
