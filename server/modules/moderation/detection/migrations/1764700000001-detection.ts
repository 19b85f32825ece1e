import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantAppendOnly, grantFull, isolateByDyad } from '../../../../platform/database/tables.js';

/** The lists that both sides agreed to, in every version, and for some days the traces of texts that may be repeated. */
export class Detection1764700000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.makeLists(runner);
    await this.makeTraces(runner);
    await runner.query(`create index moderation_item_by_author on moderation_item (author_id, id desc)`);
    await grantAppendOnly(runner, 'wordlist', 'allowed_hosts');
    await grantFull(runner, 'text_trace', 'text_trace_mark');
    await isolateByDyad(runner, 'wordlist', 'allowed_hosts', 'text_trace', 'text_trace_mark');
  }

  private async makeLists(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table wordlist (
        dyad_id uuid not null constraint wordlist_dyad references dyad,
        language text not null,
        version integer not null constraint wordlist_version check (version > 0),
        entries jsonb not null,
        act_id uuid not null constraint wordlist_act references joint_act_answer,
        adopted_at timestamptz not null,
        constraint wordlist_pk primary key (dyad_id, language, version)
      )`);
    await runner.query(`
      create table allowed_hosts (
        dyad_id uuid not null constraint allowed_hosts_dyad references dyad,
        version integer not null constraint allowed_hosts_version check (version > 0),
        hosts text[] not null,
        act_id uuid not null constraint allowed_hosts_act references joint_act_answer,
        adopted_at timestamptz not null,
        constraint allowed_hosts_pk primary key (dyad_id, version)
      )`);
    // Whatever the application believes, a list stands only when a steward of each side agreed to a change of it.
    await runner.query(`
      create function list_needs_agreed_act() returns trigger language plpgsql as $$
      begin
        if not exists (select from joint_act a join joint_act_answer r on r.act_id = a.id
                       where a.id = new.act_id and a.dyad_id = new.dyad_id and r.answer = 'agree' and a.kind = tg_argv[0])
        then raise exception 'a list is changed by an act that both sides agreed to' using errcode = '23514';
        end if;
        return new;
      end $$`);
    for (const [table, kind] of [
      ['wordlist', 'wordlist.change'],
      ['allowed_hosts', 'allowed_hosts.change'],
    ]) {
      await runner.query(
        `create trigger ${table}_agreed before insert on ${table}
         for each row execute function list_needs_agreed_act('${kind}')`,
      );
    }
  }

  private async makeTraces(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table text_trace (
        id uuid not null constraint text_trace_pk primary key,
        dyad_id uuid not null,
        kind text not null,
        content_id uuid not null,
        revision integer not null,
        author_id uuid not null constraint text_trace_author references member,
        marks bigint[] not null,
        written_at timestamptz not null,
        constraint text_trace_revision unique (kind, content_id, revision)
      )`);
    await runner.query(`create index text_trace_by_time on text_trace (written_at)`);
    await runner.query(`
      create table text_trace_mark (
        trace_id uuid not null constraint text_trace_mark_trace references text_trace on delete cascade,
        mark bigint not null,
        dyad_id uuid not null,
        constraint text_trace_mark_pk primary key (trace_id, mark)
      )`);
    await runner.query(`create index text_trace_mark_by_mark on text_trace_mark (dyad_id, mark)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index moderation_item_by_author`);
    for (const table of ['text_trace_mark', 'text_trace', 'allowed_hosts', 'wordlist'])
      await runner.query(`drop table ${table}`);
    await runner.query(`drop function list_needs_agreed_act()`);
  }
}
