import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantFull, isolateByDyad } from '../../../platform/database/tables.js';

/** Witnesses with an address are sent checkpoints: how far each has been told, and when it is tried again. */
export class WitnessFeed1765410000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table log_feed (
        dyad_id uuid not null,
        verifier_key text not null,
        acknowledged integer not null default 0 check (acknowledged >= 0),
        attempts integer not null default 0 check (attempts >= 0),
        next_at timestamptz not null default '-infinity',
        constraint log_feed_pk primary key (dyad_id, verifier_key),
        constraint log_feed_witness_fk foreign key (dyad_id, verifier_key) references log_witness
      )`);
    await runner.query(`
      insert into log_feed (dyad_id, verifier_key)
      select dyad_id, verifier_key from log_witness where url is not null and removed_on is null`);
    await grantFull(runner, 'log_feed');
    await isolateByDyad(runner, 'log_feed');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table log_feed`);
  }
}
