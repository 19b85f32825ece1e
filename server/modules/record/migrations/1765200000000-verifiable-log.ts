import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole, grantAppendOnly, grantFull, isolateByDyad } from '../../../platform/database/tables.js';

const onlyGrow = ['log_entry', 'log_checkpoint', 'log_cosignature'];
const others = [
  'log_head',
  'log_key',
  'log_chain',
  'log_outbox',
  'log_tile',
  'log_witness',
  'log_disclosure',
  'log_disclosure_key',
];

/**
 * The public record becomes a log that anybody can verify (C2SP tlog-tiles). What holds for the application by its rights
 * holds by triggers for the owner of the tables, too: entries and checkpoints are never changed, and tiles only grow.
 */
export class VerifiableLog1765200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table log_head (
        dyad_id uuid not null,
        subject_id uuid not null,
        origin text not null,
        size integer not null check (size >= 0),
        frontier bytea not null,
        root bytea not null check (length(root) = 32),
        published_size integer not null check (published_size between 0 and size),
        constraint log_head_pk primary key (dyad_id)
      )`);
    await runner.query(`
      create table log_key (
        dyad_id uuid not null,
        verifier_key text not null,
        sealed bytea,
        since date not null,
        retired_on date,
        constraint log_key_pk primary key (dyad_id, verifier_key)
      )`);
    await runner.query(`
      create table log_chain (
        dyad_id uuid not null,
        subject_id uuid not null,
        sub uuid not null,
        rev integer not null check (rev >= 0),
        leaf bytea check (length(leaf) = 32),
        constraint log_chain_pk primary key (dyad_id, subject_id)
      )`);
    await runner.query(`
      create table log_outbox (
        id bigserial not null,
        dyad_id uuid not null,
        subject_id uuid not null,
        rev integer not null,
        kind text not null,
        day date not null,
        about jsonb not null,
        record bytea not null,
        leaf bytea not null check (length(leaf) = 32),
        constraint log_outbox_pk primary key (id),
        constraint log_outbox_once unique (dyad_id, subject_id, rev)
      )`);
    await runner.query(`
      create table log_entry (
        dyad_id uuid not null,
        idx integer not null check (idx >= 0),
        leaf bytea not null check (length(leaf) = 32),
        record bytea not null check (length(record) <= 65535),
        constraint log_entry_pk primary key (dyad_id, idx)
      )`);
    await runner.query(`
      create table log_tile (
        dyad_id uuid not null,
        level smallint not null check (level between 0 and 63),
        idx integer not null check (idx >= 0),
        data bytea not null check (length(data) between 32 and 8192 and length(data) % 32 = 0),
        constraint log_tile_pk primary key (dyad_id, level, idx)
      )`);
    await runner.query(`alter table log_tile alter column data set storage external`);
    await runner.query(`
      create table log_checkpoint (
        dyad_id uuid not null,
        size integer not null check (size > 0),
        root bytea not null check (length(root) = 32),
        note text not null,
        constraint log_checkpoint_pk primary key (dyad_id, size)
      )`);
    await runner.query(`
      create table log_cosignature (
        dyad_id uuid not null,
        size integer not null,
        witness text not null,
        line text not null,
        signed_at timestamptz not null,
        constraint log_cosignature_pk primary key (dyad_id, size, witness, line),
        constraint log_cosignature_checkpoint_fk foreign key (dyad_id, size) references log_checkpoint
      )`);
    await runner.query(`
      create table log_witness (
        dyad_id uuid not null,
        verifier_key text not null,
        side text not null check (side in ('a', 'b')),
        name jsonb not null,
        url text,
        since date not null,
        removed_on date,
        constraint log_witness_pk primary key (dyad_id, verifier_key)
      )`);
    await runner.query(`
      create table log_disclosure_key (
        id uuid not null,
        dyad_id uuid not null,
        leaf bytea not null,
        wrapped bytea,
        destroyed_on date,
        constraint log_disclosure_key_pk primary key (id),
        constraint log_disclosure_key_destroyed check ((wrapped is null) = (destroyed_on is not null))
      )`);
    await runner.query(`
      create table log_disclosure (
        dyad_id uuid not null,
        leaf bytea not null,
        digest text not null,
        path text not null,
        key_id uuid not null,
        box bytea,
        ground text check (ground in ('art17', 'court', 'safety')),
        erased_on date,
        constraint log_disclosure_pk primary key (dyad_id, leaf, digest),
        constraint log_disclosure_erased check
          ((box is null) = (erased_on is not null) and (box is null) = (ground is not null))
      )`);
    await this.columnsOfReaders(runner);
    await grantAppendOnly(runner, ...onlyGrow);
    await grantFull(runner, 'log_outbox');
    await runner.query(`grant usage on sequence log_outbox_id_seq to ${applicationRole}`);
    await runner.query(`grant select, insert on log_head, log_key, log_chain, log_tile, log_witness, log_disclosure,
        log_disclosure_key
      to ${applicationRole}`);
    await runner.query(`grant update (size, frontier, root, published_size) on log_head to ${applicationRole}`);
    await runner.query(`grant update (retired_on) on log_key to ${applicationRole}`);
    await runner.query(`grant update (rev, leaf) on log_chain to ${applicationRole}`);
    await runner.query(`grant update (removed_on) on log_witness to ${applicationRole}`);
    await runner.query(`grant update (data) on log_tile to ${applicationRole}`);
    await runner.query(`grant update (key_id, box, ground, erased_on) on log_disclosure to ${applicationRole}`);
    await runner.query(`grant update (wrapped, destroyed_on) on log_disclosure_key to ${applicationRole}`);
    await isolateByDyad(runner, ...onlyGrow, ...others);
    await this.guards(runner);
  }

  /** What readers see of an entry can lose a text that must go; the entry of the log cannot. */
  private async columnsOfReaders(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table record_entry drop constraint record_entry_seq_check`);
    await runner.query(`alter table record_entry add constraint record_entry_seq_check check (seq >= 0)`);
    await runner.query(`alter table record_entry add column subject_id uuid, add column rev integer`);
    await runner.query(`create unique index record_entry_subject on record_entry (dyad_id, subject_id, rev)`);
    await runner.query(`grant update (about, subject_id, rev) on record_entry to ${applicationRole}`);
  }

  private async guards(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function log_refuse_rewriting() returns trigger language plpgsql as $$
      begin
        raise exception 'the log is never rewritten' using errcode = '23514', constraint = 'log_only_grows';
      end $$`);
    for (const table of onlyGrow) {
      await runner.query(`
        create trigger ${table}_only_grows before update or delete or truncate on ${table}
        for each statement execute function log_refuse_rewriting()`);
    }
    await runner.query(`
      create function log_tile_grows() returns trigger language plpgsql as $$
      begin
        if length(new.data) < length(old.data) or substr(new.data, 1, length(old.data)) <> old.data
          or (new.dyad_id, new.level, new.idx) is distinct from (old.dyad_id, old.level, old.idx)
        then raise exception 'a tile only grows' using errcode = '23514', constraint = 'log_only_grows';
        end if;
        return new;
      end $$`);
    await runner.query(`
      create trigger log_tile_only_grows before update on log_tile for each row execute function log_tile_grows()`);
    await runner.query(`
      create trigger log_tile_is_kept before delete or truncate on log_tile
      for each statement execute function log_refuse_rewriting()`);
    await runner.query(`
      create function log_head_grows() returns trigger language plpgsql as $$
      begin
        if new.size < old.size or new.published_size < old.published_size
          or (new.size = old.size and new.root <> old.root)
          or (new.dyad_id, new.origin) is distinct from (old.dyad_id, old.origin)
        then raise exception 'the head of a log only grows' using errcode = '23514', constraint = 'log_only_grows';
        end if;
        return new;
      end $$`);
    await runner.query(`
      create trigger log_head_only_grows before update on log_head for each row execute function log_head_grows()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...others, 'log_cosignature', 'log_entry', 'log_checkpoint']) {
      await runner.query(`drop table ${table}`);
    }
    for (const name of ['log_refuse_rewriting', 'log_tile_grows', 'log_head_grows']) {
      await runner.query(`drop function ${name}()`);
    }
    await runner.query(`revoke update (about, subject_id, rev) on record_entry from ${applicationRole}`);
    await runner.query(`drop index record_entry_subject`);
    await runner.query(`alter table record_entry drop column subject_id, drop column rev`);
    await runner.query(`alter table record_entry drop constraint record_entry_seq_check`);
    await runner.query(`alter table record_entry add constraint record_entry_seq_check check (seq > 0)`);
  }
}
