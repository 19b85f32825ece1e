import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole } from '../../../platform/database/tables.js';

/**
 * What both sides adopted stays as it is, but for titles that must go, and with them what a guess of them could be tested
 * by; what was said about it can lose texts. Nothing else can change.
 */
export class EmptiedCommitments1765440000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table commitment alter column canonical drop not null, alter column hash drop not null`);
    await runner.query(`
      alter table commitment add constraint commitment_hashed
      check ((canonical is null) = (hash is null) and (canonical is not null or adopted_on is not null))`);
    await runner.query(`
      create or replace function adopted_commitment_stays() returns trigger language plpgsql as $$
      declare
        terms constant jsonpath := '$.milestones[*].keyvalue() ? (@.key != "title").value';
      begin
        if new.adopted_on is distinct from old.adopted_on
          or (new.hash is not null and (new.content, new.canonical, new.hash)
              is distinct from (old.content, old.canonical, old.hash))
          or (new.hash is null and (
            new.content - 'title' - 'milestones' <> old.content - 'title' - 'milestones'
            or jsonb_path_query_array(new.content, terms) <> jsonb_path_query_array(old.content, terms)
            or not is_emptied(old.content, new.content)))
        then raise exception 'what both sides adopted stays as it is' using errcode = '23514';
        end if;
        return new;
      end $$`);
    await runner.query(`
      create function commitment_event_only_loses_texts() returns trigger language plpgsql as $$
      begin
        if not is_emptied(old.body, new.body)
        then raise exception 'what happened to a commitment stays as it was' using errcode = '23514';
        end if;
        return new;
      end $$`);
    await runner.query(`
      create trigger commitment_event_only_loses_texts before update on commitment_event
      for each row execute function commitment_event_only_loses_texts()`);
    await runner.query(`grant update (body) on commitment_event to ${applicationRole}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`revoke update (body) on commitment_event from ${applicationRole}`);
    await runner.query(`drop trigger commitment_event_only_loses_texts on commitment_event`);
    await runner.query(`drop function commitment_event_only_loses_texts()`);
    await runner.query(`
      create or replace function adopted_commitment_stays() returns trigger language plpgsql as $$
      begin
        if (new.content, new.canonical, new.hash, new.adopted_on)
           is distinct from (old.content, old.canonical, old.hash, old.adopted_on)
        then raise exception 'what both sides adopted stays as it is' using errcode = '23514';
        end if;
        return new;
      end $$`);
    await runner.query(`alter table commitment drop constraint commitment_hashed`);
    // What was destroyed does not come back; of what was adopted without it, the columns only know that it is not there.
    await runner.query(`alter table commitment disable trigger commitment_adopted_stays`);
    await runner.query(`update commitment set canonical = '', hash = '' where canonical is null`);
    await runner.query(`alter table commitment enable trigger commitment_adopted_stays`);
    await runner.query(`alter table commitment alter column canonical set not null, alter column hash set not null`);
  }
}
