import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What waits for its number is what a module said; the sequencer makes an entry of it. Entries that were made and wait while
 * this runs are said again: their chains go back by them, and what would open their commitments goes with their salts.
 */
export class EntriesAreMadeByTheSequencer1765450000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table log_outbox add column author jsonb`);
    await runner.query(`update log_outbox set author = convert_from(record, 'UTF8')::jsonb -> 'by'`);
    await runner.query(`
      update log_chain c set rev = first.rev - 1, leaf = decode(translate(first.prev, '-_', '+/') || '=', 'base64')
      from (select distinct on (dyad_id, subject_id) dyad_id, subject_id, rev,
              convert_from(record, 'UTF8')::jsonb ->> 'prev' as prev
            from log_outbox order by dyad_id, subject_id, rev) first
      where c.dyad_id = first.dyad_id and c.subject_id = first.subject_id`);
    for (const table of ['log_disclosure', 'log_disclosure_key']) {
      await runner.query(`
        delete from ${table} d using log_outbox o where d.dyad_id = o.dyad_id and d.leaf = o.leaf`);
    }
    await runner.query(`alter table log_outbox alter column author set not null,
      drop column rev, drop column record, drop column leaf`);
    await runner.query(`alter table log_outbox drop constraint log_outbox_pk,
      add constraint log_outbox_pk primary key (dyad_id, id)`);
  }

  /** Possible only where nothing waits: what was made of an entry cannot be made up here. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table log_outbox drop constraint log_outbox_pk, drop column author,
      add constraint log_outbox_pk primary key (id),
      add column rev integer not null, add column record bytea not null,
      add column leaf bytea not null check (length(leaf) = 32)`);
    await runner.query(`alter table log_outbox add constraint log_outbox_once unique (dyad_id, subject_id, rev)`);
  }
}
