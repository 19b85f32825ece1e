import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole, grantAppendOnly, isolateByDyad } from '../../../platform/database/tables.js';
import { allowDeadlineKinds } from './allow-deadline-kinds.js';

const earlierKinds = [
  'hold',
  'reminder',
  'roster_call',
  'proposal',
  'panel',
  'proxy_review',
  'sanction_end',
  'strike_end',
  'appeal_target',
  'appeal_end',
];
const tables = ['moderation_outside_request', 'moderation_commitment', 'moderation_digest'];

/** What the public can check: requests from outside, what opens the commitments to statements of reasons, and daily digests. */
export class ModerationInPublic1764100500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table moderation_outside_request (
        id uuid not null constraint moderation_outside_request_pk primary key,
        dyad_id uuid not null constraint moderation_outside_request_dyad references dyad,
        requester text not null constraint moderation_outside_request_by check (requester in ('government', 'party')),
        side text not null constraint moderation_outside_request_side check (side in ('a', 'b')),
        received_on date not null
      )`);
    await runner.query(`
      create index moderation_outside_request_on on moderation_outside_request (dyad_id, received_on)`);
    await runner.query(`
      create table moderation_commitment (
        statement_id uuid not null constraint moderation_commitment_pk primary key
          constraint moderation_commitment_statement references moderation_statement (id),
        dyad_id uuid not null,
        salt bytea not null constraint moderation_commitment_salt check (length(salt) = 32),
        content_hash bytea not null constraint moderation_commitment_content check (length(content_hash) = 32),
        statement jsonb
      )`);
    await runner.query(`
      create table moderation_digest (
        dyad_id uuid not null constraint moderation_digest_dyad references dyad,
        day date not null,
        digest jsonb not null,
        entry integer not null,
        constraint moderation_digest_pk primary key (dyad_id, day)
      )`);
    await grantAppendOnly(runner, ...tables);
    await runner.query(`grant update (statement) on moderation_commitment to ${applicationRole}`);
    // The application rewrites no statement. The one thing it may have done to it is to destroy its words, with the salt.
    await runner.query(`
      create function moderation_erase_statement(which uuid) returns boolean
      language plpgsql security definer set search_path = public as $$
      declare named text := current_setting('app.dyad', true);
      begin
        delete from moderation_commitment where statement_id = which and named in ('*', dyad_id::text);
        update moderation_statement set facts = '{}', note = '', passages = '{}'
        where id = which and named in ('*', dyad_id::text);
        return found;
      end $$`);
    await runner.query(`revoke execute on function moderation_erase_statement(uuid) from public`);
    await runner.query(`grant execute on function moderation_erase_statement(uuid) to ${applicationRole}`);
    await isolateByDyad(runner, ...tables);
    await allowDeadlineKinds(runner, [...earlierKinds, 'digest']);
    await runner.query(`
      insert into moderation_deadline (id, dyad_id, kind, due_at)
      select gen_random_uuid(), id, 'digest', (date_trunc('day', now() at time zone 'UTC') + interval '1 day') at time zone 'UTC'
      from dyad`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from moderation_deadline where kind = 'digest'`);
    await allowDeadlineKinds(runner, earlierKinds);
    await runner.query(`drop function moderation_erase_statement(uuid)`);
    for (const table of tables.toReversed()) await runner.query(`drop table ${table}`);
  }
}
