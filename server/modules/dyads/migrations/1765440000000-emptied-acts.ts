import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole } from '../../../platform/database/tables.js';

/** What was proposed and disclosed stays as it was, but for texts that must go: these can become empty, and nothing else can change. */
export class EmptiedActs1765440000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function is_emptied(before jsonb, after jsonb) returns boolean language plpgsql immutable as $$
      begin
        if before = after then return true; end if;
        if jsonb_typeof(before) <> jsonb_typeof(after) then return false; end if;
        case jsonb_typeof(before)
          when 'string' then return after = '""'::jsonb;
          when 'array' then return jsonb_array_length(before) = jsonb_array_length(after) and not exists (
            select from jsonb_array_elements(before) with ordinality as b (value, place)
            join jsonb_array_elements(after) with ordinality as a (value, place) on a.place = b.place
            where not is_emptied(b.value, a.value));
          when 'object' then return not exists (
            select from jsonb_each(before) as b (name, value)
            full join jsonb_each(after) as a (name, value) on a.name = b.name
            where a.name is null or b.name is null or not is_emptied(b.value, a.value));
          else return false;
        end case;
      end $$`);
    await runner.query(`
      create function act_only_loses_texts() returns trigger language plpgsql as $$
      begin
        if not is_emptied(old.details, new.details)
        then raise exception 'what was proposed stays as it was' using errcode = '23514';
        end if;
        return new;
      end $$`);
    await runner.query(`
      create trigger joint_act_only_loses_texts before update on joint_act
      for each row execute function act_only_loses_texts()`);
    await runner.query(`grant update (details) on joint_act to ${applicationRole}`);
    await runner.query(`alter table disclosure add column erased jsonb not null default '[]'`);
    await runner.query(`
      create function disclosure_only_loses_texts() returns trigger language plpgsql as $$
      begin
        if not is_emptied(old.title, new.title)
        then raise exception 'what was disclosed stays as it was' using errcode = '23514';
        end if;
        return new;
      end $$`);
    await runner.query(`
      create trigger disclosure_only_loses_texts before update on disclosure
      for each row execute function disclosure_only_loses_texts()`);
    await runner.query(`grant update (title, erased) on disclosure to ${applicationRole}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`revoke update (title, erased) on disclosure from ${applicationRole}`);
    await runner.query(`drop trigger disclosure_only_loses_texts on disclosure`);
    await runner.query(`drop function disclosure_only_loses_texts()`);
    await runner.query(`alter table disclosure drop column erased`);
    await runner.query(`revoke update (details) on joint_act from ${applicationRole}`);
    await runner.query(`drop trigger joint_act_only_loses_texts on joint_act`);
    await runner.query(`drop function act_only_loses_texts()`);
    await runner.query(`drop function is_emptied(jsonb, jsonb)`);
  }
}
