import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole } from '../../../platform/database/tables.js';

/** Which line of the record is a statement's, the record knows: it is numbered there, after what it records is committed. */
export class StatementsInTheLog1765200000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table ratification drop column record_seq`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table ratification add column record_seq integer`);
    await runner.query(`
      update ratification r set record_seq = coalesce((
        select max(e.seq) from record_entry e
        where e.dyad_id = r.dyad_id and e.kind = 'statement.ratified' and e.about ->> 'statement' = r.statement_id::text
      ), 0) where outcome = 'ratified'`);
    await runner.query(`
      alter table ratification add constraint ratification_recorded
      check ((outcome is not distinct from 'ratified') = (record_seq is not null))`);
    await runner.query(`grant update (record_seq) on ratification to ${applicationRole}`);
  }
}
