import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole } from '../../../platform/database/tables.js';

/** A key of a log may be revoked, which nothing undoes, and the log says of each that left when its policy lost it. */
export class LogKeys1765430000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table log_key
        add column revoked text check (revoked in ('compromised', 'lost')),
        add column left_policy_on date,
        add constraint log_key_revoked check (revoked is null or retired_on is not null)`);
    await runner.query(`grant update (revoked, left_policy_on) on log_key to ${applicationRole}`);
    await runner.query(`
      create function log_key_stays_revoked() returns trigger language plpgsql as $$
      begin
        if old.revoked is not null
          and (new.revoked, new.retired_on) is distinct from (old.revoked, old.retired_on)
        then raise exception 'a revoked key stays revoked' using errcode = '23514', constraint = 'log_key_revoked';
        end if;
        return new;
      end $$`);
    await runner.query(`
      create trigger log_key_stays_revoked before update on log_key
      for each row execute function log_key_stays_revoked()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger log_key_stays_revoked on log_key`);
    await runner.query(`drop function log_key_stays_revoked()`);
    await runner.query(`revoke update (revoked, left_policy_on) on log_key from ${applicationRole}`);
    await runner.query(`alter table log_key drop constraint log_key_revoked`);
    await runner.query(`alter table log_key drop column revoked, drop column left_policy_on`);
  }
}
