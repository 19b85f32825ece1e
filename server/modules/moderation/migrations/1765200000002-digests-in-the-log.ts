import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which line of the record is a digest's, the record knows. */
export class DigestsInTheLog1765200000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table moderation_digest drop column entry`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table moderation_digest add column entry integer`);
    await runner.query(`
      update moderation_digest m set entry = coalesce((
        select max(e.seq) from record_entry e
        where e.dyad_id = m.dyad_id and e.kind = 'moderation.digest' and e.about ->> 'day' = m.day::text
      ), 0)`);
    await runner.query(`alter table moderation_digest alter column entry set not null`);
  }
}
