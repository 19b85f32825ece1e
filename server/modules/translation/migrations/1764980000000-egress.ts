import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantAppendOnly, grantFull, isolateByDyad } from '../../../platform/database/tables.js';

/**
 * Where texts may go: consents of both sides to engines of others and their withdrawals, which only grow; how much each
 * engine was asked; texts that stay in the house; and why a text has no translation.
 */
export class Egress1764980000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table egress_consent (
        dyad_id uuid not null constraint egress_consent_dyad references dyad,
        number integer not null constraint egress_consent_number check (number >= 1),
        engine text not null,
        recipient text not null,
        country text not null,
        type text not null constraint egress_consent_type check (type in ('given', 'withdrawn')),
        act_id uuid constraint egress_consent_act references joint_act,
        withdrawn_by uuid constraint egress_consent_steward references member,
        side text constraint egress_consent_side check (side in ('a', 'b')),
        reason text not null,
        at timestamptz not null,
        constraint egress_consent_pk primary key (dyad_id, number),
        constraint egress_consent_given check ((type = 'given') = (act_id is not null)),
        constraint egress_consent_withdrawn
          check ((type = 'withdrawn') = (withdrawn_by is not null) and (type = 'withdrawn') = (side is not null))
      )`);
    await runner.query(`
      create table translation_usage (
        dyad_id uuid not null constraint translation_usage_dyad references dyad,
        engine text not null,
        day date not null,
        characters bigint not null,
        requests integer not null,
        errors integer not null default 0,
        constraint translation_usage_pk primary key (dyad_id, engine, day)
      )`);
    await runner.query(`create index translation_usage_of_engine on translation_usage (engine, day)`);
    await runner.query(`alter table translation_job add column stays_inside boolean not null default false`);
    await runner.query(`
      alter table translation
        add column why_none text constraint translation_why_none
          check (why_none in ('not_offered', 'not_allowed_outside', 'over_budget', 'engine_down'))`);
    await grantAppendOnly(runner, 'egress_consent');
    await grantFull(runner, 'translation_usage');
    await isolateByDyad(runner, 'egress_consent', 'translation_usage');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table translation drop column why_none`);
    await runner.query(`alter table translation_job drop column stays_inside`);
    for (const table of ['translation_usage', 'egress_consent']) await runner.query(`drop table ${table}`);
  }
}
