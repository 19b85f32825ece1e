import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole } from '../../../platform/database/tables.js';

/** What was signed, or kept as a version, stays as it is, but for titles that must go: these can become empty, and nothing else can change. */
export class EmptiedTitles1765440000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function only_title_emptied() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' then
          if tg_table_name = 'statement' then
            if to_jsonb(new) - 'title' = to_jsonb(old) - 'title' and is_emptied(old.title, new.title) then return new; end if;
          elsif to_jsonb(new) - 'canonical' = to_jsonb(old) - 'canonical'
            and new.canonical::jsonb - 'title' = old.canonical::jsonb - 'title'
            and is_emptied(old.canonical::jsonb, new.canonical::jsonb) then return new;
          end if;
        end if;
        raise exception 'what is ratified, kept, or over, stays as it is' using errcode = '23514';
      end $$`);
    await runner.query(`drop trigger statement_ratified_stays on statement`);
    await runner.query(`
      create trigger statement_ratified_stays before update or delete on statement
      for each row when (old.state = 'ratified') execute function only_title_emptied()`);
    await runner.query(`drop trigger ratification_over_stays on ratification`);
    await runner.query(`
      create trigger ratification_over_stays before update or delete on ratification
      for each row when (old.outcome is not null) execute function only_title_emptied()`);
    await runner.query(`
      create trigger ratification_text_stays before update of canonical on ratification
      for each row execute function only_title_emptied()`);
    await runner.query(`
      create trigger statement_version_stays before update on statement_version
      for each row execute function only_title_emptied()`);
    await runner.query(`drop function ratified_stays()`);
    for (const table of ['ratification', 'statement_version'])
      await runner.query(`grant update (canonical) on ${table} to ${applicationRole}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['ratification', 'statement_version'])
      await runner.query(`revoke update (canonical) on ${table} from ${applicationRole}`);
    await runner.query(`
      create function ratified_stays() returns trigger language plpgsql as $$
      begin
        raise exception 'what is ratified, or over, stays as it is' using errcode = '23514';
      end $$`);
    await runner.query(`drop trigger statement_version_stays on statement_version`);
    await runner.query(`drop trigger ratification_text_stays on ratification`);
    await runner.query(`drop trigger statement_ratified_stays on statement`);
    await runner.query(`
      create trigger statement_ratified_stays before update or delete on statement
      for each row when (old.state = 'ratified') execute function ratified_stays()`);
    await runner.query(`drop trigger ratification_over_stays on ratification`);
    await runner.query(`
      create trigger ratification_over_stays before update or delete on ratification
      for each row when (old.outcome is not null) execute function ratified_stays()`);
    await runner.query(`drop function only_title_emptied()`);
  }
}
