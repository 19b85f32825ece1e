import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantFull } from '../../../platform/database/tables.js';

/** Accounts and how they prove who they are. Nothing here names a dyad. */
export class Identity1764000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table account (
        id uuid not null constraint account_pk primary key,
        login text not null constraint account_login unique check (login = lower(login)),
        password_hash text,
        language text not null,
        email_sealed bytea,
        email_index bytea constraint account_email unique,
        guarded boolean not null default false,
        totp_sealed bytea,
        totp_pending bytea,
        totp_last_step bigint
      )`);
    await runner.query(`
      create table session (
        id uuid not null constraint session_pk primary key,
        token_hash bytea not null constraint session_token unique,
        account_id uuid not null constraint session_account references account on delete cascade,
        how text not null check (how in ('password', 'passkey', 'oidc')),
        pending boolean not null,
        strong boolean not null,
        opened_at timestamptz not null,
        proved_at timestamptz not null,
        last_seen_at timestamptz not null
      )`);
    await runner.query(`create index session_by_account on session (account_id)`);
    await runner.query(`
      create table passkey (
        id uuid not null constraint passkey_pk primary key,
        account_id uuid not null constraint passkey_account references account on delete cascade,
        credential_id text not null constraint passkey_credential unique,
        public_key bytea not null,
        counter bigint not null,
        name text not null,
        added_at timestamptz not null,
        last_used_at timestamptz
      )`);
    await runner.query(`create index passkey_by_account on passkey (account_id)`);
    await runner.query(`
      create table recovery_code (
        account_id uuid not null constraint recovery_code_account references account on delete cascade,
        code_hash bytea not null,
        constraint recovery_code_pk primary key (account_id, code_hash)
      )`);
    await runner.query(`
      create table sign_in_attempt (
        id uuid not null constraint sign_in_attempt_pk primary key,
        kind text not null check (kind in ('passkey_sign_in', 'passkey_add', 'oidc')),
        account_id uuid constraint sign_in_attempt_account references account on delete cascade,
        secret text not null,
        expires_at timestamptz not null
      )`);
    await runner.query(`
      create table oidc_link (
        issuer text not null,
        subject text not null,
        account_id uuid not null constraint oidc_link_account references account on delete cascade,
        constraint oidc_link_pk primary key (issuer, subject)
      )`);
    await grantFull(runner, 'account', 'session', 'passkey', 'recovery_code', 'sign_in_attempt', 'oidc_link');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['oidc_link', 'sign_in_attempt', 'recovery_code', 'passkey', 'session', 'account']) {
      await runner.query(`drop table ${table}`);
    }
  }
}
