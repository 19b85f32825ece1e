import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createApplicationRole, grantFull, isolateByDyad } from '../tables.js';

/** Idempotency keys, the outbox of facts, and the streams of signals. */
export class Platform1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createApplicationRole(runner);
    await runner.query(`
      create table idempotency_key (
        owner text not null,
        key uuid not null,
        dyad_id uuid not null,
        fingerprint text not null,
        answer jsonb,
        used_at timestamptz not null,
        constraint idempotency_key_pk primary key (owner, key)
      )`);
    await runner.query(`create index idempotency_key_used_at on idempotency_key (used_at)`);
    await runner.query(`
      create table fact (
        id uuid not null constraint fact_pk primary key,
        dyad_id uuid not null,
        kind text not null,
        payload jsonb not null,
        recorded_at timestamptz not null,
        attempts integer not null default 0,
        next_attempt_at timestamptz not null default now(),
        delivered_at timestamptz
      )`);
    await runner.query(`create index fact_undelivered on fact (recorded_at, id) where delivered_at is null`);
    await runner.query(`
      create table fact_handled (
        fact_id uuid not null,
        handler text not null,
        dyad_id uuid not null,
        constraint fact_handled_pk primary key (fact_id, handler)
      )`);
    await runner.query(`
      create table stream_head (
        stream text not null constraint stream_head_pk primary key,
        dyad_id uuid not null,
        seq bigint not null
      )`);
    await runner.query(`
      create table signal (
        stream text not null,
        seq bigint not null,
        dyad_id uuid not null,
        kind text not null,
        about jsonb not null,
        recorded_at timestamptz not null,
        told_at timestamptz,
        constraint signal_pk primary key (stream, seq)
      )`);
    await runner.query(`create index signal_untold on signal (recorded_at, stream, seq) where told_at is null`);
    await grantFull(runner, 'idempotency_key', 'fact', 'fact_handled', 'stream_head', 'signal');
    await isolateByDyad(runner, 'idempotency_key', 'fact', 'fact_handled', 'stream_head', 'signal');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['signal', 'stream_head', 'fact_handled', 'fact', 'idempotency_key']) {
      await runner.query(`drop table ${table}`);
    }
  }
}
