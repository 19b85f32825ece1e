import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantAppendOnly, grantFull, isolateByDyad } from '../../../platform/database/tables.js';

/** Dyads, their rules, their members, and what stewards of both sides do together. */
export class Dyads1764000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table dyad (
        id uuid not null constraint dyad_pk primary key,
        slug text not null constraint dyad_slug unique,
        name jsonb not null,
        purpose jsonb not null,
        label_a jsonb not null,
        label_b jsonb not null,
        language_a text not null,
        language_b text not null check (language_b <> language_a),
        bridge_language text,
        founded_at timestamptz not null
      )`);
    await runner.query(`
      create table charter_version (
        dyad_id uuid not null constraint charter_version_dyad references dyad,
        version integer not null check (version > 0),
        articles jsonb not null,
        adopted_at timestamptz not null,
        constraint charter_version_pk primary key (dyad_id, version)
      )`);
    await runner.query(`
      create table disclosure (
        id uuid not null constraint disclosure_pk primary key,
        dyad_id uuid not null constraint disclosure_dyad references dyad,
        kind text not null check (kind in ('funding', 'interest', 'state_involvement')),
        title jsonb not null,
        body jsonb not null,
        published_at timestamptz not null
      )`);
    await runner.query(`create index disclosure_by_dyad on disclosure (dyad_id, published_at)`);
    await runner.query(`
      create table member (
        id uuid not null constraint member_pk primary key,
        dyad_id uuid not null constraint member_dyad references dyad,
        account_id uuid constraint member_account references account on delete set null,
        pseudonym text not null,
        pseudonym_skeleton text not null,
        side text not null check (side in ('a', 'b', 'neutral')),
        writes_in text not null,
        reading text not null check (reading in ('side_by_side', 'original_first', 'translation_first')),
        roles text[] not null,
        charter_accepted integer,
        charter_accepted_at timestamptz,
        constraint member_of_dyad unique (dyad_id, account_id),
        constraint member_pseudonym unique (dyad_id, pseudonym_skeleton)
      )`);
    await runner.query(`create index member_by_account on member (account_id)`);
    await runner.query(`
      create table member_event (
        id uuid not null constraint member_event_pk primary key,
        dyad_id uuid not null,
        member_id uuid not null constraint member_event_member references member,
        type text not null check (type in ('joined', 'charter_accepted', 'role_granted', 'role_revoked')),
        detail text not null,
        at timestamptz not null
      )`);
    await runner.query(`create index member_event_by_member on member_event (member_id, at)`);
    await runner.query(`
      create table invitation (
        id uuid not null constraint invitation_pk primary key,
        dyad_id uuid not null constraint invitation_dyad references dyad,
        token_hash bytea not null constraint invitation_token unique,
        side text not null check (side in ('a', 'b', 'neutral')),
        role text,
        issued_by uuid constraint invitation_issuer references member,
        issued_at timestamptz not null,
        expires_at timestamptz not null,
        note text not null,
        used_by uuid constraint invitation_user references member,
        used_at timestamptz,
        recalled_at timestamptz
      )`);
    await runner.query(`create index invitation_by_issuer on invitation (issued_by, issued_at)`);
    await runner.query(`
      create table joint_act (
        id uuid not null constraint joint_act_pk primary key,
        dyad_id uuid not null constraint joint_act_dyad references dyad,
        kind text not null,
        details jsonb not null,
        reason text not null,
        proposed_by uuid not null constraint joint_act_proposer references member,
        proposed_by_side text not null check (proposed_by_side in ('a', 'b')),
        proposed_at timestamptz not null,
        expires_at timestamptz not null
      )`);
    await runner.query(`create index joint_act_by_dyad on joint_act (dyad_id, proposed_at desc)`);
    await runner.query(`
      create table joint_act_answer (
        act_id uuid not null constraint joint_act_answer_pk primary key constraint joint_act_answer_act references joint_act,
        dyad_id uuid not null,
        answer text not null check (answer in ('agree', 'decline')),
        answered_by uuid not null constraint joint_act_answer_member references member,
        side text not null check (side in ('a', 'b')),
        answered_at timestamptz not null
      )`);
    await this.requireOtherSide(runner);
    await grantFull(runner, 'member', 'invitation');
    await grantAppendOnly(
      runner,
      'dyad',
      'charter_version',
      'disclosure',
      'member_event',
      'joint_act',
      'joint_act_answer',
    );
    const isolated = [
      'charter_version',
      'disclosure',
      'member',
      'member_event',
      'invitation',
      'joint_act',
      'joint_act_answer',
    ];
    await isolateByDyad(runner, ...isolated);
  }

  /** The second key is of the other side, whatever the application believes. */
  private async requireOtherSide(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function joint_act_other_side() returns trigger language plpgsql as $$
      begin
        if exists (select from joint_act a where a.id = new.act_id
                   and (a.proposed_by_side = new.side or a.proposed_by = new.answered_by or a.dyad_id <> new.dyad_id))
        then raise exception 'the answer to a joint act is the other side''s' using errcode = '23514';
        end if;
        return new;
      end $$`);
    await runner.query(
      `create trigger joint_act_answer_other_side before insert on joint_act_answer
       for each row execute function joint_act_other_side()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = [
      'joint_act_answer',
      'joint_act',
      'invitation',
      'member_event',
      'member',
      'disclosure',
      'charter_version',
      'dyad',
    ];
    for (const table of tables) await runner.query(`drop table ${table}`);
    await runner.query(`drop function joint_act_other_side()`);
  }
}
