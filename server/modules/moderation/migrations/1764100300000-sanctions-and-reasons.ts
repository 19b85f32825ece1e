import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole, grantAppendOnly, isolateByDyad } from '../../../platform/database/tables.js';

const measures = `('hold', 'remove', 'redact', 'lock_thread')`;
const sanctions = `('note', 'warning', 'silence', 'suspend', 'ban')`;
const ends = `('time', 'decision', 'appeal')`;
const tables = [
  'moderation_statement',
  'moderation_sanction',
  'moderation_report_answer',
  'moderation_appeal',
  'moderation_template',
  'moderation_template_version',
  'moderation_template_key',
];

/** What follows from decisions for people: reasons, sanctions, answers to those who reported, appeals; and templates of facts. */
export class SanctionsAndReasons1764100300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createStatements(runner);
    await createSanctions(runner);
    await createAnswers(runner);
    await createAppeals(runner);
    await createTemplates(runner);
    await runner.query(`alter table moderation_verdict add column reasons jsonb, add column variation jsonb`);
    await runner.query(`
      create function moderation_may_serve(who member, moment timestamptz) returns boolean language sql immutable as $$
        select 'moderator' = any (who.roles) and not who.banned and not who.warned
          and coalesce(who.silenced_until <= moment, true) and coalesce(who.suspended_until <= moment, true)
      $$`);
    await grantAppendOnly(runner, ...tables);
    const changeable = {
      moderation_statement: 'read_at, ended_at, ended_by',
      moderation_sanction: 'acknowledged_at, ended_at, ended_by, strike_ended_at',
      moderation_report_answer: 'read_at',
      moderation_appeal: 'state, decided_at',
    };
    for (const [table, columns] of Object.entries(changeable))
      await runner.query(`grant update (${columns}) on ${table} to ${applicationRole}`);
    await isolateByDyad(runner, ...tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table moderation_verdict drop column reasons, drop column variation`);
    await runner.query(`drop function moderation_may_serve(member, timestamptz)`);
    await runner.query(`alter table moderation_panel drop constraint moderation_panel_appeal`);
    for (const about of ['sanction', 'appeal'])
      await runner.query(`alter table moderation_deadline drop constraint moderation_deadline_${about}`);
    await runner.query(`drop trigger moderation_reasons_given on moderation_proposal`);
    for (const table of tables.toReversed()) await runner.query(`drop table ${table}`);
    for (const name of ['moderation_reasons_given', 'moderation_template_key_allowed'])
      await runner.query(`drop function ${name}()`);
  }
}

/** Written once; only whether it was read and how it ended is added. Nothing that restricts is decided without one. */
async function createStatements(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table moderation_statement (
      id uuid not null constraint moderation_statement_pk primary key,
      dyad_id uuid not null,
      member_id uuid not null constraint moderation_statement_member references member,
      item_id uuid not null constraint moderation_statement_item references moderation_item (id),
      event_id uuid not null constraint moderation_statement_event references moderation_event (id),
      revision integer not null,
      proposal_id uuid constraint moderation_statement_proposal references moderation_proposal (id),
      decided_by text not null constraint moderation_statement_by
        check (decided_by in ('key', 'keys', 'panel', 'appeal', 'machine')),
      measure text constraint moderation_statement_measure check (measure in ${measures}),
      measure_ends_at timestamptz,
      passages text[] not null,
      sanction text constraint moderation_statement_sanction check (sanction in ${sanctions}),
      sanction_days integer,
      reason text not null,
      reason_version integer not null,
      policy_version integer not null,
      article integer,
      facts jsonb not null,
      note text not null,
      source text not null constraint moderation_statement_source check (source in ('report', 'detector', 'own')),
      detected boolean not null,
      written_on date not null,
      language text not null,
      at timestamptz not null,
      appealable_until timestamptz,
      read_at timestamptz,
      ended_at timestamptz,
      ended_by text constraint moderation_statement_ended_by check (ended_by in ${ends}),
      constraint moderation_statement_of_member unique (id, member_id),
      constraint moderation_statement_of_event unique (event_id, member_id),
      constraint moderation_statement_does_something check (measure is not null or sanction is not null),
      constraint moderation_statement_ended check ((ended_at is null) = (ended_by is null)),
      constraint moderation_statement_of_people
        check (decided_by <> 'machine' or (coalesce(measure = 'hold', false) and sanction is null and reason = 'SPAM'))
    )`);
  await runner.query(`create index moderation_statement_to on moderation_statement (member_id, at desc, id desc)`);
  await runner.query(`create index moderation_statement_about on moderation_statement (item_id)`);
  await runner.query(`create index moderation_statement_of_proposal on moderation_statement (proposal_id)`);
  await runner.query(`
    create function moderation_reasons_given() returns trigger language plpgsql as $$
    begin
      if new.state = 'enacted' and (coalesce(new.measure in ('remove', 'redact', 'lock_thread'), false) or new.sanction is not null)
        and not exists (select from moderation_statement s where s.proposal_id = new.id)
      then raise exception 'whatever restricts somebody is told to them with its reasons'
        using errcode = '23514', constraint = 'moderation_reasons_given';
      end if;
      return null;
    end $$`);
  await runner.query(`
    create constraint trigger moderation_reasons_given after insert or update of state on moderation_proposal
    deferrable initially deferred for each row execute function moderation_reasons_given()`);
}

async function createSanctions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table moderation_sanction (
      id uuid not null constraint moderation_sanction_pk primary key,
      dyad_id uuid not null,
      member_id uuid not null,
      statement_id uuid not null constraint moderation_sanction_statement_once unique,
      item_id uuid not null constraint moderation_sanction_item references moderation_item (id),
      kind text not null constraint moderation_sanction_kind check (kind in ${sanctions}),
      starts_at timestamptz not null,
      ends_at timestamptz,
      strike integer not null constraint moderation_sanction_strike check (strike >= 0),
      strike_expires_at timestamptz,
      acknowledged_at timestamptz,
      ended_at timestamptz,
      ended_by text constraint moderation_sanction_ended_by check (ended_by in ${ends}),
      strike_ended_at timestamptz,
      constraint moderation_sanction_reasons foreign key (statement_id, member_id)
        references moderation_statement (id, member_id),
      constraint moderation_sanction_lasts check ((kind in ('silence', 'suspend')) = (ends_at is not null)),
      constraint moderation_sanction_expires check ((strike > 0) = (strike_expires_at is not null)),
      constraint moderation_sanction_ended check ((ended_at is null) = (ended_by is null)),
      constraint moderation_sanction_acknowledged check (acknowledged_at is null or kind = 'warning')
    )`);
  await runner.query(`create index moderation_sanction_of on moderation_sanction (member_id) where ended_at is null`);
  await runner.query(`create index moderation_sanction_about on moderation_sanction (item_id) where ended_at is null`);
  await runner.query(`
    alter table moderation_deadline add constraint moderation_deadline_sanction
      foreign key (sanction_id) references moderation_sanction (id)`);
}

async function createAnswers(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table moderation_report_answer (
      id uuid not null constraint moderation_report_answer_pk primary key,
      dyad_id uuid not null,
      member_id uuid not null constraint moderation_report_answer_member references member,
      item_id uuid not null constraint moderation_report_answer_item references moderation_item (id),
      event_id uuid not null constraint moderation_report_answer_event references moderation_event (id),
      outcome text not null constraint moderation_report_answer_outcome check (outcome in
        ('removed', 'redacted', 'thread_locked', 'author_addressed', 'no_breach', 'overturned', 'undecided', 'withdrawn', 'decided_before')),
      at timestamptz not null,
      appealable_until timestamptz,
      read_at timestamptz,
      constraint moderation_report_answer_of_member unique (id, member_id),
      constraint moderation_report_answer_of_event unique (event_id, member_id)
    )`);
  await runner.query(`
    create index moderation_report_answer_to on moderation_report_answer (member_id, at desc, id desc)`);
}

/** One appeal of each party against each decision, by whom the decision was told to. */
async function createAppeals(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table moderation_appeal (
      id uuid not null constraint moderation_appeal_pk primary key,
      dyad_id uuid not null,
      member_id uuid not null constraint moderation_appeal_member references member,
      item_id uuid not null constraint moderation_appeal_item references moderation_item (id),
      event_id uuid not null constraint moderation_appeal_event references moderation_event (id),
      statement_id uuid constraint moderation_appeal_statement_once unique,
      answer_id uuid constraint moderation_appeal_answer_once unique,
      language text not null,
      words text not null constraint moderation_appeal_words check (length(words) <= 2000),
      opened_at timestamptz not null,
      state text not null constraint moderation_appeal_state check (state in ('open', 'upheld', 'varied', 'overturned')),
      decided_at timestamptz,
      constraint moderation_appeal_of_author foreign key (statement_id, member_id)
        references moderation_statement (id, member_id),
      constraint moderation_appeal_of_reporter foreign key (answer_id, member_id)
        references moderation_report_answer (id, member_id),
      constraint moderation_appeal_party check ((statement_id is null) <> (answer_id is null)),
      constraint moderation_appeal_decided check ((state = 'open') = (decided_at is null))
    )`);
  await runner.query(`create unique index moderation_appeal_open on moderation_appeal (item_id) where state = 'open'`);
  await runner.query(`
    alter table moderation_deadline add constraint moderation_deadline_appeal
      foreign key (appeal_id) references moderation_appeal (id)`);
  await runner.query(`
    alter table moderation_panel add constraint moderation_panel_appeal
      foreign key (appeal_id) references moderation_appeal (id)`);
}

/** Versions are only added; a version is in force from the day when moderators of both sides have given it their keys. */
async function createTemplates(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table moderation_template (
      id uuid not null constraint moderation_template_pk primary key,
      dyad_id uuid not null,
      reason text not null,
      opened_at timestamptz not null
    )`);
  await runner.query(`
    create table moderation_template_version (
      template_id uuid not null constraint moderation_template_version_of references moderation_template (id),
      version integer not null constraint moderation_template_version_number check (version > 0),
      dyad_id uuid not null,
      title jsonb not null,
      text jsonb not null,
      proposed_by uuid not null constraint moderation_template_version_by references member,
      at timestamptz not null,
      constraint moderation_template_version_pk primary key (template_id, version)
    )`);
  await runner.query(`
    create table moderation_template_key (
      template_id uuid not null,
      version integer not null,
      side text not null constraint moderation_template_key_side check (side in ('a', 'b')),
      dyad_id uuid not null,
      member_id uuid not null constraint moderation_template_key_member references member,
      at timestamptz not null,
      constraint moderation_template_key_pk primary key (template_id, version, side),
      constraint moderation_template_key_version foreign key (template_id, version)
        references moderation_template_version (template_id, version)
    )`);
  await runner.query(`
    create function moderation_template_key_allowed() returns trigger language plpgsql as $$
    begin
      if not exists (select from member m where m.id = new.member_id and m.dyad_id = new.dyad_id and m.side = new.side
                     and 'moderator' = any (m.roles))
      then raise exception 'a key is given by a moderator, for the side that they are of'
        using errcode = '23514', constraint = 'moderation_template_key_moderator';
      end if;
      return new;
    end $$`);
  await runner.query(`
    create trigger moderation_template_key_allowed before insert on moderation_template_key
    for each row execute function moderation_template_key_allowed()`);
}
