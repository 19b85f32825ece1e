import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole, grantAppendOnly, isolateByDyad } from '../../../platform/database/tables.js';

/** Commitments, everything that happens to them, and the numbers by which evaluators are known. */
export class Commitments1765300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.commitments(runner);
    await this.events(runner);
    await runner.query(`
      create table commitment_evaluator (
        dyad_id uuid not null,
        member_id uuid not null constraint commitment_evaluator_member references member,
        number integer not null,
        constraint commitment_evaluator_pk primary key (dyad_id, member_id),
        constraint commitment_evaluator_number unique (dyad_id, number)
      )`);
    await this.guard(runner);
    await grantAppendOnly(runner, 'commitment', 'commitment_event', 'commitment_evaluator');
    await runner.query(`
      grant update (content, canonical, hash, changed_at, adopted_on, rev, standing, suspended_until, superseded_by,
        next_due, looks_on, contested, fulfilled_as_claimed, fulfilled_as_assessed, progress, milestones)
      on commitment to ${applicationRole}`);
    await isolateByDyad(runner, 'commitment', 'commitment_event', 'commitment_evaluator');
  }

  private async commitments(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table commitment (
        id uuid not null constraint commitment_pk primary key,
        dyad_id uuid not null,
        content jsonb not null,
        canonical text not null,
        hash bytea not null,
        drafted_by uuid not null constraint commitment_drafter references member,
        drafted_by_side text not null constraint commitment_side check (drafted_by_side in ('a', 'b', 'neutral')),
        imported boolean not null,
        drafted_at timestamptz not null,
        changed_at timestamptz not null,
        adopted_on date,
        rev integer not null,
        standing text not null constraint commitment_standing
          check (standing in ('draft', 'running', 'suspended', 'withdrawn', 'superseded')),
        suspended_until date,
        superseded_by uuid constraint commitment_successor references commitment (id),
        next_due date,
        looks_on date,
        contested boolean not null,
        fulfilled_as_claimed boolean not null,
        fulfilled_as_assessed boolean not null,
        progress jsonb not null,
        milestones jsonb not null,
        constraint commitment_adopted check ((standing = 'draft') = (adopted_on is null)),
        constraint commitment_suspended check ((standing = 'suspended') = (suspended_until is not null)),
        constraint commitment_superseded check ((standing = 'superseded') = (superseded_by is not null))
      )`);
    await runner.query(`create index commitment_of_dyad on commitment (dyad_id, next_due, id)`);
    await runner.query(`create index commitment_looks on commitment (looks_on) where looks_on is not null`);
  }

  private async events(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table commitment_event (
        commitment_id uuid not null constraint commitment_event_of references commitment (id),
        rev integer not null,
        dyad_id uuid not null,
        type text not null,
        day date not null,
        claim integer,
        member_id uuid constraint commitment_event_member references member,
        side text constraint commitment_event_side check (side in ('a', 'b', 'neutral')),
        organisation_id uuid constraint commitment_event_organisation references organisation,
        body jsonb not null,
        constraint commitment_event_pk primary key (commitment_id, rev)
      )`);
    await runner.query(`create index commitment_event_of_dyad on commitment_event (dyad_id, commitment_id, rev)`);
  }

  /** What both sides adopted stays as it is, whatever the application believes. */
  private async guard(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function adopted_commitment_stays() returns trigger language plpgsql as $$
      begin
        if (new.content, new.canonical, new.hash, new.adopted_on)
           is distinct from (old.content, old.canonical, old.hash, old.adopted_on)
        then raise exception 'what both sides adopted stays as it is' using errcode = '23514';
        end if;
        return new;
      end $$`);
    await runner.query(`
      create trigger commitment_adopted_stays before update on commitment
      for each row when (old.adopted_on is not null) execute function adopted_commitment_stays()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['commitment_evaluator', 'commitment_event', 'commitment'])
      await runner.query(`drop table ${table}`);
    await runner.query(`drop function adopted_commitment_stays()`);
  }
}
