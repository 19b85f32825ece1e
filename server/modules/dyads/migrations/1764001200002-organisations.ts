import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantAppendOnly, isolateByDyad } from '../../../platform/database/tables.js';

/** Organisations, those who sign for them, and how many of each side have to sign by the charter. */
export class Organisations1764001200002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Charters from before say nothing of it: then one organisation of each side is enough.
    await runner.query(`
      alter table charter_version add column quorum integer not null default 1
        constraint charter_version_quorum check (quorum between 1 and 20)`);
    await runner.query(`
      create table organisation (
        id uuid not null constraint organisation_pk primary key,
        dyad_id uuid not null constraint organisation_dyad references dyad,
        side text not null constraint organisation_side check (side in ('a', 'b', 'neutral')),
        name jsonb not null,
        purpose jsonb not null,
        website text,
        disclosures uuid[] not null,
        admitted_at timestamptz not null,
        constraint organisation_name unique (dyad_id, name)
      )`);
    await runner.query(`
      create table delegate_event (
        id uuid not null constraint delegate_event_pk primary key,
        dyad_id uuid not null,
        organisation_id uuid not null constraint delegate_event_organisation references organisation,
        member_id uuid not null constraint delegate_event_member references member,
        type text not null constraint delegate_event_type check (type in ('named', 'recalled')),
        at timestamptz not null
      )`);
    await runner.query(`create index delegate_event_newest on delegate_event (member_id, organisation_id, at desc)`);
    await this.requireOwnSide(runner);
    await grantAppendOnly(runner, 'organisation', 'delegate_event');
    await isolateByDyad(runner, 'organisation', 'delegate_event');
  }

  /** Whoever signs for an organisation is of its side, whatever the application believes. */
  private async requireOwnSide(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function delegate_own_side() returns trigger language plpgsql as $$
      begin
        if not exists (select from organisation o join member m on m.side = o.side and m.dyad_id = o.dyad_id
                       where o.id = new.organisation_id and m.id = new.member_id and o.dyad_id = new.dyad_id)
        then raise exception 'a delegate is of the side of the organisation' using errcode = '23514';
        end if;
        return new;
      end $$`);
    await runner.query(
      `create trigger delegate_event_own_side before insert on delegate_event
       for each row execute function delegate_own_side()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['delegate_event', 'organisation']) await runner.query(`drop table ${table}`);
    await runner.query(`drop function delegate_own_side()`);
    await runner.query(`alter table charter_version drop column quorum`);
  }
}
