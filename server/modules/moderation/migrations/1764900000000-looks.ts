import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantFull, isolateByDyad } from '../../../platform/database/tables.js';
import { allowDeadlineKinds } from './allow-deadline-kinds.js';

const earlierKinds = [
  'hold',
  'reminder',
  'roster_call',
  'proposal',
  'panel',
  'proxy_review',
  'sanction_end',
  'strike_end',
  'appeal_target',
  'appeal_end',
  'digest',
];

/** What detection found in texts, and the moments at which it is to look. */
export class Looks1764900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table moderation_look (
        kind text not null,
        content_id uuid not null,
        revision integer not null,
        dyad_id uuid not null constraint moderation_look_dyad references dyad,
        findings jsonb not null,
        concern double precision not null constraint moderation_look_concern check (concern >= 0 and concern < 1),
        looked_at timestamptz not null,
        constraint moderation_look_pk primary key (kind, content_id, revision)
      )`);
    await runner.query(`create index moderation_look_by_time on moderation_look (looked_at)`);
    await grantFull(runner, 'moderation_look');
    await isolateByDyad(runner, 'moderation_look');
    await allowDeadlineKinds(runner, [...earlierKinds, 'look']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from moderation_deadline where kind = 'look'`);
    await allowDeadlineKinds(runner, earlierKinds);
    await runner.query(`drop table moderation_look`);
  }
}
