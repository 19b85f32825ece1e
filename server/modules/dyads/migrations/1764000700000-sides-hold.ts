import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole } from '../../../platform/database/tables.js';

/** What may change of a member: not whose they are, not where, and not their side. */
const changeable = 'pseudonym, pseudonym_skeleton, writes_in, reading, roles, charter_accepted, charter_accepted_at';

/** A side is what the invitation gave, also against mistakes of the application; the second key is judged by it. */
export class SidesHold1764000700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`revoke update on member from ${applicationRole}`);
    await runner.query(`grant update (${changeable}) on member to ${applicationRole}`);
    // An act or a member that cannot be seen here, of another dyad, is none: what cannot be checked is refused.
    await runner.query(`
      create or replace function joint_act_other_side() returns trigger language plpgsql as $$
      begin
        if not exists (
          select from joint_act a
          join member proposer on proposer.id = a.proposed_by
          join member answerer on answerer.id = new.answered_by
          where a.id = new.act_id and a.dyad_id = new.dyad_id
            and proposer.dyad_id = new.dyad_id and proposer.side = a.proposed_by_side
            and answerer.dyad_id = new.dyad_id and answerer.side = new.side
            and proposer.side <> answerer.side
            and proposer.side <> 'neutral' and answerer.side <> 'neutral')
        then raise exception 'the answer to a joint act is the other side''s' using errcode = '23514';
        end if;
        return new;
      end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function joint_act_other_side() returns trigger language plpgsql as $$
      begin
        if exists (select from joint_act a where a.id = new.act_id
                   and (a.proposed_by_side = new.side or a.proposed_by = new.answered_by or a.dyad_id <> new.dyad_id))
        then raise exception 'the answer to a joint act is the other side''s' using errcode = '23514';
        end if;
        return new;
      end $$`);
    await runner.query(`revoke update (${changeable}) on member from ${applicationRole}`);
    await runner.query(`grant update on member to ${applicationRole}`);
  }
}
