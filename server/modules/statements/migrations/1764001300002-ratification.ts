import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole, grantAppendOnly, isolateByDyad } from '../../../platform/database/tables.js';

const appended = [
  'ratification_signature',
  'ratification_decline',
  'ratification_take_back',
  'statement_reservation',
  'reservation_withdrawal',
];

/** Times of signing, what organisations said in them, and reservations. What was said is added, never changed. */
export class Ratification1764001300002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.rounds(runner);
    await this.words(runner);
    await this.reservations(runner);
    await this.guards(runner);
    await grantAppendOnly(runner, 'ratification', ...appended);
    await runner.query(`
      grant update (quorum, seconded_by, frozen_at, ends_at, ended_at, outcome, record_seq)
      on ratification to ${applicationRole}`);
    await isolateByDyad(runner, 'ratification', ...appended);
  }

  private async rounds(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ratification (
        id uuid not null constraint ratification_pk primary key,
        dyad_id uuid not null,
        statement_id uuid not null constraint ratification_statement references statement (id),
        hash bytea not null,
        canonical text not null,
        days integer not null,
        proposed_by uuid not null constraint ratification_proposer references member,
        proposed_by_side text not null constraint ratification_proposed_by_side check (proposed_by_side in ('a', 'b')),
        proposed_at timestamptz not null,
        quorum integer,
        seconded_by uuid constraint ratification_seconder references member,
        frozen_at timestamptz,
        ends_at timestamptz,
        ended_at timestamptz,
        outcome text constraint ratification_outcome
          check (outcome in ('ratified', 'declined', 'expired', 'taken_back', 'changed')),
        record_seq integer,
        constraint ratification_frozen_whole check (num_nulls(quorum, seconded_by, frozen_at, ends_at) in (0, 4)),
        constraint ratification_ended_whole check ((outcome is null) = (ended_at is null)),
        constraint ratification_recorded check ((outcome is not distinct from 'ratified') = (record_seq is not null))
      )`);
    await runner.query(`create index ratification_newest on ratification (statement_id, proposed_at desc, id desc)`);
    await runner.query(`
      create unique index ratification_one_open on ratification (statement_id)
      where frozen_at is not null and ended_at is null`);
    await runner.query(`
      create unique index ratification_one_ratified on ratification (statement_id) where outcome = 'ratified'`);
    await runner.query(`create index ratification_due on ratification (ends_at) where ended_at is null`);
    await runner.query(`
      create index ratification_ratified on ratification (dyad_id, ended_at desc) where outcome = 'ratified'`);
  }

  private async words(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ratification_signature (
        ratification_id uuid not null constraint ratification_signature_round references ratification,
        organisation_id uuid not null constraint ratification_signature_organisation references organisation,
        dyad_id uuid not null,
        kind text not null constraint ratification_signature_kind check (kind in ('signed', 'acceded')),
        hash bytea not null,
        member_id uuid not null constraint ratification_signature_member references member,
        at timestamptz not null,
        constraint ratification_signature_pk primary key (ratification_id, organisation_id)
      )`);
    await runner.query(`
      create table ratification_decline (
        ratification_id uuid not null constraint ratification_decline_round references ratification,
        organisation_id uuid not null constraint ratification_decline_organisation references organisation,
        dyad_id uuid not null,
        reason text not null,
        language text not null,
        member_id uuid not null constraint ratification_decline_member references member,
        at timestamptz not null,
        constraint ratification_decline_pk primary key (ratification_id, organisation_id)
      )`);
    await runner.query(`
      create table ratification_take_back (
        ratification_id uuid not null constraint ratification_take_back_round references ratification,
        side text not null constraint ratification_take_back_side check (side in ('a', 'b')),
        dyad_id uuid not null,
        member_id uuid not null constraint ratification_take_back_member references member,
        at timestamptz not null,
        constraint ratification_take_back_pk primary key (ratification_id, side)
      )`);
  }

  private async reservations(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table statement_reservation (
        id uuid not null constraint statement_reservation_pk primary key,
        dyad_id uuid not null,
        statement_id uuid not null constraint statement_reservation_statement references statement (id),
        organisation_id uuid not null constraint statement_reservation_organisation references organisation,
        clause_id uuid,
        text jsonb not null,
        member_id uuid not null constraint statement_reservation_member references member,
        at timestamptz not null
      )`);
    await runner.query(`create index statement_reservation_of on statement_reservation (statement_id, at, id)`);
    await runner.query(`
      create table reservation_withdrawal (
        reservation_id uuid not null constraint reservation_withdrawal_pk primary key
          constraint reservation_withdrawal_of references statement_reservation,
        dyad_id uuid not null,
        member_id uuid not null constraint reservation_withdrawal_member references member,
        at timestamptz not null
      )`);
  }

  /** What is ratified stays as it is, and what is signed is what was frozen, whatever the application believes. */
  private async guards(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function ratified_stays() returns trigger language plpgsql as $$
      begin
        raise exception 'what is ratified, or over, stays as it is' using errcode = '23514';
      end $$`);
    await runner.query(`
      create trigger statement_ratified_stays before update or delete on statement
      for each row when (old.state = 'ratified') execute function ratified_stays()`);
    await runner.query(`
      create trigger ratification_over_stays before update or delete on ratification
      for each row when (old.outcome is not null) execute function ratified_stays()`);
    await runner.query(`
      create function signature_of_round() returns trigger language plpgsql as $$
      begin
        if not exists (select from ratification r where r.id = new.ratification_id and r.hash = new.hash
                       and r.dyad_id = new.dyad_id and r.frozen_at is not null
                       and (new.kind = 'signed' and r.outcome is null and new.at < r.ends_at
                            or new.kind = 'acceded' and r.outcome = 'ratified'))
        then raise exception 'a signature is for what is frozen, in its time' using errcode = '23514';
        end if;
        return new;
      end $$`);
    await runner.query(`
      create trigger ratification_signature_of_round before insert on ratification_signature
      for each row execute function signature_of_round()`);
    await runner.query(`
      create function reservations_are_fixed() returns trigger language plpgsql as $$
      begin
        if not exists (select from statement_reservation v join statement s on s.id = v.statement_id
                       where v.id = new.reservation_id and s.state = 'drafting' and s.dyad_id = new.dyad_id)
        then raise exception 'a reservation is frozen with its statement' using errcode = '23514';
        end if;
        return new;
      end $$`);
    await runner.query(`
      create trigger reservation_withdrawal_in_time before insert on reservation_withdrawal
      for each row execute function reservations_are_fixed()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger statement_ratified_stays on statement`);
    for (const table of [...appended].toReversed()) await runner.query(`drop table ${table}`);
    await runner.query(`drop table ratification`);
    for (const name of ['ratified_stays', 'signature_of_round', 'reservations_are_fixed']) {
      await runner.query(`drop function ${name}()`);
    }
  }
}
