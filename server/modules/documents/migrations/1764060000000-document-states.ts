import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * States are stored as what people who join are sent, with what they know then. Those that are there are in another
 * format; they are made again from the logs when they are needed.
 */
export class DocumentStates1764060000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from document_state`);
    await runner.query(`alter table document_state add column vector bytea not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from document_state`);
    await runner.query(`alter table document_state drop column vector`);
  }
}
