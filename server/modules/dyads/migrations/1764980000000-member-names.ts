import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole, grantFull, isolateByDyad } from '../../../platform/database/tables.js';

const added = 'withheld_name_id, neutral_name';

/**
 * Names that somebody pointed at. While moderators withhold the name of a member, the row of the member bears a neutral one
 * instead: whoever asks for a pseudonym, now or in a program to come, has that one and no other.
 */
export class MemberNames1764980000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table member_name (
        id uuid not null constraint member_name_pk primary key,
        dyad_id uuid not null constraint member_name_dyad references dyad,
        member_id uuid not null constraint member_name_member references member,
        pseudonym text not null,
        pseudonym_skeleton text not null,
        withheld text constraint member_name_withheld check (withheld in ('held', 'removed')),
        noted_at timestamptz not null,
        constraint member_name_once unique (member_id, pseudonym_skeleton)
      )`);
    await runner.query(`
      create index member_name_reserved on member_name (dyad_id, pseudonym_skeleton) where withheld is not null`);
    await runner.query(`
      alter table member
        add column withheld_name_id uuid constraint member_withheld_name references member_name (id),
        add column neutral_name text,
        add constraint member_neutral_name unique (dyad_id, neutral_name),
        add constraint member_bears_neutral_name check (withheld_name_id is null or pseudonym = neutral_name)`);
    await grantFull(runner, 'member_name');
    await isolateByDyad(runner, 'member_name');
    await runner.query(`grant update (${added}) on member to ${applicationRole}`);
  }

  /** Members have back what they called themselves: without the table nothing would say that it is withheld. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update member set pseudonym = n.pseudonym, pseudonym_skeleton = n.pseudonym_skeleton
      from member_name n where n.id = member.withheld_name_id`);
    await runner.query(`alter table member drop column withheld_name_id, drop column neutral_name`);
    await runner.query(`drop table member_name`);
  }
}
