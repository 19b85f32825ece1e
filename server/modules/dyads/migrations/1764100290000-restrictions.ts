import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole } from '../../../platform/database/tables.js';

const columns = 'silenced_until, suspended_until, banned, warned';

/** What moderators decided that a member may not do; whoever asks compares the moments with the clock. */
export class Restrictions1764100290000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table member
        add column silenced_until timestamptz,
        add column suspended_until timestamptz,
        add column banned boolean not null default false,
        add column warned boolean not null default false`);
    await runner.query(`grant update (${columns}) on member to ${applicationRole}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`revoke update (${columns}) on member from ${applicationRole}`);
    await runner.query(`
      alter table member drop column silenced_until, drop column suspended_until, drop column banned, drop column warned`);
  }
}
