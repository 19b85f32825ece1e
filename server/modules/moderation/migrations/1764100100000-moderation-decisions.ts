import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole, grantAppendOnly, grantFull, isolateByDyad } from '../../../platform/database/tables.js';
import { chainEarlierEvents } from './chain-earlier-events.js';
import { author, replaceConflict } from './conflict-function.js';

const itemStates = `('pending', 'live', 'in_review', 'held', 'proposed', 'escalated', 'actioned', 'appealed', 'returned',
  'withdrawn', 'merged')`;
const measures = `('remove', 'redact', 'lock_thread', 'dismiss', 'reopen')`;
const sanctions = `('note', 'warning', 'silence', 'suspend', 'ban')`;
const sides = `('a', 'b', 'neutral')`;

/** Decisions with keys of both sides, panels, deadlines, the roster, and the chain of events that everything follows from. */
export class ModerationDecisions1764100100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await extendItems(runner);
    await extendEvents(runner);
    await createProposals(runner);
    await createPanels(runner);
    await createRest(runner);
    await refuseConflicts(runner);
    await grantFull(runner, 'moderation_deadline', 'moderation_roster');
    await runner.query(
      `grant select, insert, update on moderation_chain, moderation_proposal, moderation_panel to ${applicationRole}`,
    );
    await grantAppendOnly(runner, 'moderation_bulk', 'moderation_key', 'moderation_panel_seat', 'moderation_verdict');
    await isolateByDyad(
      runner,
      'moderation_chain',
      'moderation_bulk',
      'moderation_proposal',
      'moderation_key',
      'moderation_panel',
      'moderation_panel_seat',
      'moderation_verdict',
      'moderation_deadline',
      'moderation_roster',
    );
  }

  /** What only this version can say of an item goes: a decision under way leaves it with the desk, one made leaves it held back. */
  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'moderation_roster',
      'moderation_deadline',
      'moderation_verdict',
      'moderation_panel_seat',
      'moderation_panel',
      'moderation_key',
      'moderation_proposal',
      'moderation_bulk',
      'moderation_chain',
    ])
      await runner.query(`drop table ${table}`);
    for (const name of ['moderation_key_allowed', 'moderation_seat_allowed'])
      await runner.query(`drop function ${name}()`);
    await runner.query(`drop function moderation_refuse(text, text)`);
    await runner.query(`drop function moderation_seat_conflict(uuid, uuid, uuid, uuid, timestamptz)`);
    await runner.query(`drop function moderation_conflict(uuid, uuid, timestamptz)`);
    await reduceItems(runner);
    await runner.query(`drop index moderation_event_of_item`);
    await runner.query(`create index moderation_event_item_at on moderation_event (item_id, at, id)`);
    await runner.query(`
      alter table moderation_event drop column seq, drop column previous, drop column hash, drop column payload,
        drop column policy_version, drop column tool, drop column automated, drop column caused_by`);
  }
}

async function extendItems(runner: QueryRunner): Promise<void> {
  await runner.query(`
    alter table moderation_item
      add column concerns uuid[] not null default '{}',
      add column shown boolean,
      add column resumes text constraint moderation_item_resumes
        check (resumes in ('pending', 'live', 'in_review', 'held', 'withdrawn')),
      add column alarmed boolean not null default false,
      add column submitted_at timestamptz,
      add column held_by uuid constraint moderation_item_held_by references member`);
  await runner.query(`
    update moderation_item i set shown = state in ('live', 'in_review'),
      submitted_at = coalesce((select max(e.at) from moderation_event e
        where e.item_id = i.id and e.type in ('submit', 'revise')), i.since),
      held_by = case when state = 'held' then (select e.actor_id from moderation_event e
        where e.item_id = i.id and e.type = 'hold' order by e.at desc, e.id desc limit 1) end`);
  await runner.query(`
    alter table moderation_item
      alter column shown set not null,
      alter column submitted_at set not null,
      drop constraint moderation_item_state,
      add constraint moderation_item_state check (state in ${itemStates}),
      drop constraint moderation_item_hold_ends,
      add constraint moderation_item_hold_ends check (state <> 'held' or held_until is not null),
      add constraint moderation_item_resumes_decided
        check ((resumes is not null) = (state in ('proposed', 'escalated', 'actioned', 'appealed')))`);
  await runner.query(`drop index moderation_item_queue`);
  await runner.query(`
    create index moderation_item_queue on moderation_item (dyad_id, state, priority desc, since, id)
    where state in ('pending', 'in_review', 'held', 'proposed', 'escalated', 'appealed', 'returned')`);
  await runner.query(`drop index moderation_item_hold_due`);
  await runner.query(`create index moderation_item_place on moderation_item (place_id, author_id, submitted_at)`);
}

async function reduceItems(runner: QueryRunner): Promise<void> {
  await runner.query(`drop index moderation_item_place`);
  await runner.query(`drop index moderation_item_queue`);
  await runner.query(`
    update moderation_item set state = case
      when state in ('proposed', 'escalated') and resumes = 'pending' then 'pending'
      when shown then 'in_review'
      when resumes = 'withdrawn' then 'withdrawn'
      else 'returned' end
    where resumes is not null`);
  await runner.query(`update moderation_item set held_until = null where state <> 'held'`);
  await runner.query(`
    alter table moderation_item
      drop column concerns, drop column shown, drop column resumes, drop column alarmed,
      drop column submitted_at, drop column held_by,
      drop constraint moderation_item_state,
      add constraint moderation_item_state
        check (state in ('pending', 'live', 'in_review', 'held', 'returned', 'withdrawn', 'merged')),
      drop constraint moderation_item_hold_ends,
      add constraint moderation_item_hold_ends check ((state = 'held') = (held_until is not null))`);
  await runner.query(`create index moderation_item_hold_due on moderation_item (held_until) where state = 'held'`);
  await runner.query(`
    create index moderation_item_queue on moderation_item (dyad_id, state, priority desc, since, id)
    where state in ('pending', 'in_review', 'held', 'returned')`);
}

async function extendEvents(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table moderation_chain (
      dyad_id uuid not null constraint moderation_chain_pk primary key constraint moderation_chain_dyad references dyad,
      seq bigint not null,
      hash bytea not null constraint moderation_chain_hash check (length(hash) = 32)
    )`);
  await runner.query(`
    alter table moderation_event
      add column seq bigint,
      add column previous bytea constraint moderation_event_previous check (length(previous) = 32),
      add column hash bytea constraint moderation_event_hash check (length(hash) = 32),
      add column payload jsonb not null default '{}',
      add column policy_version integer,
      add column tool text not null default 'desk'
        constraint moderation_event_tool check (tool in ('author', 'reader', 'desk', 'panel', 'timer', 'detector')),
      add column automated boolean not null default false,
      add column caused_by uuid`);
  await chainEarlierEvents(runner);
  await runner.query(`
    alter table moderation_event
      alter column seq set not null,
      alter column previous set not null,
      alter column hash set not null,
      alter column tool drop default,
      alter column automated drop default,
      alter column payload drop default,
      add constraint moderation_event_place unique (dyad_id, seq)`);
  await runner.query(`drop index moderation_event_item_at`);
  await runner.query(`create index moderation_event_of_item on moderation_event (item_id, seq)`);
}

async function createProposals(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table moderation_bulk (
      id uuid not null constraint moderation_bulk_pk primary key,
      dyad_id uuid not null,
      opened_by uuid not null constraint moderation_bulk_opened_by references member,
      opened_at timestamptz not null
    )`);
  await runner.query(`
    create table moderation_proposal (
      id uuid not null constraint moderation_proposal_pk primary key,
      dyad_id uuid not null,
      item_id uuid not null constraint moderation_proposal_item references moderation_item (id),
      revision integer not null,
      measure text constraint moderation_proposal_measure check (measure in ${measures}),
      passages text[] not null default '{}',
      sanction text constraint moderation_proposal_sanction check (sanction in ${sanctions}),
      sanction_days integer constraint moderation_proposal_days check (sanction_days > 0),
      reason text not null,
      policy_version integer not null,
      article integer,
      facts jsonb not null,
      class text not null constraint moderation_proposal_class check (class in ('T0', 'T1', 'T2')),
      action_hash bytea not null constraint moderation_proposal_hash check (length(action_hash) = 32),
      state text not null constraint moderation_proposal_state
        check (state in ('open', 'escalated', 'enacted', 'restored', 'lapsed', 'retracted')),
      proposed_by uuid constraint moderation_proposal_by references member,
      proposed_side text constraint moderation_proposal_side check (proposed_side in ${sides}),
      opened_at timestamptz not null,
      expires_at timestamptz not null,
      closed_at timestamptz,
      bulk_parent uuid constraint moderation_proposal_bulk references moderation_bulk (id),
      constraint moderation_proposal_does_something check (measure is not null or sanction is not null),
      constraint moderation_proposal_lasts 
        check (coalesce(sanction in ('silence', 'suspend'), false) = (sanction_days is not null)),
      constraint moderation_proposal_closed check ((state in ('open', 'escalated')) = (closed_at is null))
    )`);
  await runner.query(`
    create unique index moderation_proposal_open on moderation_proposal (item_id) where state in ('open', 'escalated')`);
  await runner.query(
    `create index moderation_proposal_of_item on moderation_proposal (item_id, opened_at desc, id desc)`,
  );
  await runner.query(`
    create index moderation_proposal_of_bulk on moderation_proposal (bulk_parent) where bulk_parent is not null`);
  await runner.query(`
    create table moderation_key (
      id uuid not null constraint moderation_key_pk primary key,
      dyad_id uuid not null,
      proposal_id uuid not null constraint moderation_key_proposal references moderation_proposal (id),
      member_id uuid not null constraint moderation_key_member references member,
      side text not null constraint moderation_key_side check (side in ${sides}),
      proxy_for text constraint moderation_key_proxy 
        check (proxy_for is null or (proxy_for in ('a', 'b') and side = 'neutral')),
      action_hash bytea not null constraint moderation_key_hash check (length(action_hash) = 32),
      verdict text not null constraint moderation_key_verdict check (verdict in ('give', 'oppose')),
      note text not null default '',
      at timestamptz not null
    )`);
  await runner.query(`
    create unique index moderation_conflict_same_person on moderation_key (proposal_id, action_hash, member_id)`);
  await runner.query(`
    create unique index moderation_conflict_same_side on moderation_key (proposal_id, action_hash, coalesce(proxy_for, side))
    where verdict = 'give'`);
}

async function createPanels(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table moderation_panel (
      id uuid not null constraint moderation_panel_pk primary key,
      dyad_id uuid not null,
      item_id uuid not null constraint moderation_panel_item references moderation_item (id),
      proposal_id uuid constraint moderation_panel_proposal references moderation_proposal (id),
      appeal_id uuid,
      state text not null constraint moderation_panel_state
        check (state in ('waiting', 'deliberating', 'decided', 'dissolved')),
      opened_at timestamptz not null,
      due_at timestamptz not null,
      constraint moderation_panel_about check ((proposal_id is null) <> (appeal_id is null))
    )`);
  for (const about of ['proposal', 'appeal'])
    await runner.query(`
      create unique index moderation_panel_of_${about} on moderation_panel (${about}_id)
      where state in ('waiting', 'deliberating')`);
  await runner.query(`create index moderation_panel_of_item on moderation_panel (item_id)`);
  await runner.query(`
    create table moderation_panel_seat (
      panel_id uuid not null constraint moderation_panel_seat_panel references moderation_panel (id),
      side text not null constraint moderation_panel_seat_side check (side in ${sides}),
      dyad_id uuid not null,
      member_id uuid not null constraint moderation_panel_seat_member references member,
      at timestamptz not null,
      constraint moderation_panel_seat_pk primary key (panel_id, side)
    )`);
  await runner.query(`
    create table moderation_verdict (
      panel_id uuid not null,
      side text not null,
      dyad_id uuid not null,
      verdict text not null constraint moderation_verdict_kind check (verdict in ('enact', 'restore', 'uphold', 'vary', 'overturn')),
      note text not null,
      at timestamptz not null,
      constraint moderation_verdict_pk primary key (panel_id, side),
      constraint moderation_verdict_seat foreign key (panel_id, side) references moderation_panel_seat (panel_id, side)
    )`);
}

async function createRest(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table moderation_deadline (
      id uuid not null constraint moderation_deadline_pk primary key,
      dyad_id uuid not null,
      kind text not null constraint moderation_deadline_kind check (kind in ('hold', 'reminder', 'roster_call', 'proposal',
        'panel', 'proxy_review', 'sanction_end', 'strike_end', 'appeal_target', 'appeal_end')),
      item_id uuid constraint moderation_deadline_item references moderation_item (id),
      proposal_id uuid constraint moderation_deadline_proposal references moderation_proposal (id),
      sanction_id uuid,
      appeal_id uuid,
      due_at timestamptz not null,
      done_at timestamptz
    )`);
  await runner.query(`create index moderation_deadline_due on moderation_deadline (due_at, id) where done_at is null`);
  await runner.query(`create index moderation_deadline_of_item on moderation_deadline (item_id) where done_at is null`);
  await runner.query(`
    insert into moderation_deadline (id, dyad_id, kind, item_id, due_at)
    select gen_random_uuid(), dyad_id, 'hold', id, held_until from moderation_item where state = 'held'`);
  await runner.query(`
    create table moderation_roster (
      member_id uuid not null constraint moderation_roster_pk primary key constraint moderation_roster_member references member,
      dyad_id uuid not null,
      on_call boolean not null,
      since timestamptz not null
    )`);
}

/**
 * Nobody who stands too near to a case takes part in its decision, whatever the application believes. One function says
 * who does; keys and seats are refused by its rules, each with the rule as the name of the constraint.
 */
async function refuseConflicts(runner: QueryRunner): Promise<void> {
  await replaceConflict(runner, author);
  // Whoever gave a key for a proposal, or against it, does not judge it; and who had any part in what is appealed hears no
  // appeal against it.
  await runner.query(`
    create function moderation_seat_conflict(which_item uuid, which_proposal uuid, which_appeal uuid, which_member uuid,
      moment timestamptz) returns text
    language sql stable as $$
      select coalesce(moderation_conflict(which_item, which_member, moment), case
        when exists (select from moderation_key k join moderation_proposal p on p.id = k.proposal_id
                     where k.member_id = which_member
                       and (p.id = which_proposal or (which_appeal is not null and p.item_id = which_item)))
        then 'earlier_key'
        when which_appeal is not null and exists (
          select from moderation_panel_seat s join moderation_panel o on o.id = s.panel_id
          where s.member_id = which_member and o.item_id = which_item and o.appeal_id is distinct from which_appeal)
        then 'earlier_key'
        when which_appeal is not null and exists (
          select from moderation_event e where e.item_id = which_item and e.actor_id = which_member
            and e.payload->>'appeal' is distinct from which_appeal::text)
        then 'earlier_key'
      end)
    $$`);
  await runner.query(`
    create function moderation_refuse(rule text, words text) returns void language plpgsql as $$
    begin
      raise exception '%: %', words, rule using errcode = '23514', constraint = 'moderation_conflict_' || rule;
    end $$`);
  await runner.query(`
    create function moderation_key_allowed() returns trigger language plpgsql as $$
    declare rule text; which_item uuid;
    begin
      select item_id into which_item from moderation_proposal where id = new.proposal_id;
      if which_item is null then raise exception 'a key is given for a proposal that is there'
        using errcode = '23514', constraint = 'moderation_key_of_proposal';
      end if;
      if not exists (select from member m where m.id = new.member_id and m.dyad_id = new.dyad_id and m.side = new.side
                     and 'moderator' = any (m.roles))
      then raise exception 'a key is given by a moderator, of the side that they are of'
        using errcode = '23514', constraint = 'moderation_key_moderator';
      end if;
      rule := moderation_conflict(which_item, new.member_id, new.at);
      if rule is null and exists (select from moderation_key k where k.proposal_id = new.proposal_id
          and k.action_hash = new.action_hash and k.member_id = new.member_id) then rule := 'same_person';
      end if;
      if rule is null and new.verdict = 'give' and exists (select from moderation_key k where k.proposal_id = new.proposal_id
          and k.action_hash = new.action_hash and k.verdict = 'give'
          and coalesce(k.proxy_for, k.side) = coalesce(new.proxy_for, new.side)) then rule := 'same_side';
      end if;
      if rule is not null then perform moderation_refuse(rule, 'this key is not free');
      end if;
      return new;
    end $$`);
  await runner.query(`
    create trigger moderation_key_allowed before insert on moderation_key
    for each row execute function moderation_key_allowed()`);
  await runner.query(`
    create function moderation_seat_allowed() returns trigger language plpgsql as $$
    declare rule text; panel moderation_panel;
    begin
      if not exists (select from member m where m.id = new.member_id and m.dyad_id = new.dyad_id and m.side = new.side
                     and 'moderator' = any (m.roles))
      then raise exception 'a seat is taken by a moderator, of the side that they are of'
        using errcode = '23514', constraint = 'moderation_seat_moderator';
      end if;
      select * into panel from moderation_panel where id = new.panel_id;
      if not found then raise exception 'a seat is of a panel that is there'
        using errcode = '23514', constraint = 'moderation_seat_of_panel';
      end if;
      rule := moderation_seat_conflict(panel.item_id, panel.proposal_id, panel.appeal_id, new.member_id, new.at);
      if rule is not null then perform moderation_refuse(rule, 'this seat is not free');
      end if;
      return new;
    end $$`);
  await runner.query(`
    create trigger moderation_seat_allowed before insert on moderation_panel_seat
    for each row execute function moderation_seat_allowed()`);
}
