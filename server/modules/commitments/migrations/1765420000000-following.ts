import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantFull, isolateByDyad } from '../../../platform/database/tables.js';

/** Who follows which commitments, and up to which step they were told. Goes with the member. */
export class Following1765420000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table commitment_board_follow (
        member_id uuid not null constraint commitment_board_follow_member references member on delete cascade,
        dyad_id uuid not null,
        constraint commitment_board_follow_pk primary key (member_id)
      )`);
    await runner.query(`
      create table commitment_follow (
        member_id uuid not null constraint commitment_follow_member references member on delete cascade,
        commitment_id uuid not null constraint commitment_follow_of references commitment (id),
        dyad_id uuid not null,
        by_itself boolean not null,
        told integer not null,
        constraint commitment_follow_pk primary key (member_id, commitment_id)
      )`);
    await runner.query(`create index commitment_follow_of_commitment on commitment_follow (commitment_id)`);
    await grantFull(runner, 'commitment_board_follow', 'commitment_follow');
    await isolateByDyad(runner, 'commitment_board_follow', 'commitment_follow');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['commitment_follow', 'commitment_board_follow']) await runner.query(`drop table ${table}`);
  }
}
