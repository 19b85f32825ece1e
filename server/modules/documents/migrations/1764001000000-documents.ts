import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole, grantAppendOnly, grantFull, isolateByDyad } from '../../../platform/database/tables.js';

/** Documents as logs of updates that are never rewritten, with states that spare reading a log from its beginning. */
export class Documents1764001000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table document (
        id uuid not null constraint document_pk primary key,
        dyad_id uuid not null constraint document_dyad references dyad,
        kind text not null,
        seq bigint not null default 0,
        head bytea not null,
        created_at timestamptz not null
      )`);
    await runner.query(`
      create table document_update (
        document_id uuid not null constraint document_update_document references document (id),
        seq bigint not null,
        dyad_id uuid not null,
        member_id uuid constraint document_update_member references member,
        bytes bytea not null,
        chain bytea not null,
        at timestamptz not null,
        constraint document_update_pk primary key (document_id, seq)
      )`);
    await runner.query(`
      create table document_writer (
        document_id uuid not null constraint document_writer_document references document (id),
        client bigint not null,
        dyad_id uuid not null,
        member_id uuid constraint document_writer_member references member,
        at timestamptz not null,
        constraint document_writer_pk primary key (document_id, client)
      )`);
    await runner.query(`
      create table document_state (
        document_id uuid not null constraint document_state_pk primary key
          constraint document_state_document references document (id),
        dyad_id uuid not null,
        upto_seq bigint not null,
        bytes bytea not null
      )`);
    await grantAppendOnly(runner, 'document', 'document_update', 'document_writer');
    // Of a document itself only the end of its log moves.
    await runner.query(`grant update (seq, head) on document to ${applicationRole}`);
    await grantFull(runner, 'document_state');
    await isolateByDyad(runner, 'document', 'document_update', 'document_writer', 'document_state');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['document_state', 'document_writer', 'document_update', 'document']) {
      await runner.query(`drop table ${table}`);
    }
  }
}
