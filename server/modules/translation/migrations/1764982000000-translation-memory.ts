import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole, grantFull, isolateByDyad } from '../../../platform/database/tables.js';

/**
 * The memory of a dyad: what people translated, sentence by sentence, and what they brought along in files; and
 * translations of posts that come from it.
 */
export class TranslationMemory1764982000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create extension if not exists pg_trgm`);
    await runner.query(`
      create table memory_import (
        id uuid not null constraint memory_import_pk primary key,
        dyad_id uuid not null constraint memory_import_dyad references dyad,
        format text not null constraint memory_import_format check (format in ('tmx', 'xliff', 'csv')),
        file_name text not null,
        by_people boolean not null,
        imported_by uuid constraint memory_import_member references member,
        at timestamptz not null
      )`);
    await runner.query(`
      create table memory_entry (
        id uuid not null constraint memory_entry_pk primary key,
        dyad_id uuid not null constraint memory_entry_dyad references dyad,
        source_language text not null,
        target_language text not null constraint memory_entry_target_differs check (target_language <> source_language),
        source text not null,
        target text not null,
        source_hash bytea not null,
        target_hash bytea not null,
        context_hash bytea,
        translation_id uuid constraint memory_entry_translation references translation on delete cascade,
        import_id uuid constraint memory_entry_import references memory_import on delete cascade,
        by_people boolean not null,
        confirmed_a uuid constraint memory_entry_confirmed_a references member,
        confirmed_b uuid constraint memory_entry_confirmed_b references member,
        unit jsonb not null,
        unit_name text not null,
        at timestamptz not null,
        constraint memory_entry_has_origin check ((translation_id is null) <> (import_id is null))
      )`);
    await runner.query(`
      create index memory_entry_exact on memory_entry (dyad_id, source_language, target_language, source_hash)`);
    await runner.query(`create index memory_entry_newest on memory_entry (dyad_id, at desc, id desc)`);
    await runner.query(`create index memory_entry_of_translation on memory_entry (translation_id)`);
    await runner.query(`create index memory_entry_of_import on memory_entry (import_id)`);
    // The same file brought along twice is one.
    await runner.query(`
      create unique index memory_entry_imported on memory_entry
        (dyad_id, source_language, target_language, source_hash, target_hash, unit_name) where import_id is not null`);
    for (const side of ['source', 'target']) {
      await runner.query(`
        create index memory_entry_${side} on memory_entry using gin (normalize(${side}, nfc) gin_trgm_ops)`);
    }
    await grantFull(runner, 'memory_import', 'memory_entry');
    await isolateByDyad(runner, 'memory_import', 'memory_entry');
    await this.search(runner);
    await runner.query(`
      alter table translation
        add column recalled jsonb,
        drop constraint translation_status,
        add constraint translation_status
          check (status in ('pending', 'machine', 'doubtful', 'memory', 'human', 'asked', 'unavailable')),
        drop constraint translation_has_body,
        add constraint translation_has_body
          check ((status in ('machine', 'doubtful', 'memory', 'human')) = (body is not null)),
        add constraint translation_has_recalled check ((status = 'memory') = (recalled is not null))`);
  }

  /**
   * Under row level security an index serves only operators that are known to tell nothing, and those of trigrams are not
   * among them. These two functions look as the owner of the table and hold the wall between dyads themselves.
   */
  private async search(runner: QueryRunner): Promise<void> {
    const looked = `language sql stable strict security definer
      set search_path = public, pg_temp set plan_cache_mode = force_custom_plan`;
    const isNamed = `current_setting('app.dyad', true) in (of_dyad::text, '*')`;
    await runner.query(`
      create function memory_alike(of_dyad uuid, of_source text, of_target text, sought text, most integer)
      returns table (id uuid) ${looked} set pg_trgm.similarity_threshold = 0.6 as $$
        select e.id from memory_entry e
        where ${isNamed} and e.dyad_id = of_dyad and e.source_language = of_source and e.target_language = of_target
          and normalize(e.source, nfc) % sought
        order by similarity(normalize(e.source, nfc), sought) desc, e.id limit most
      $$`);
    await runner.query(`
      create function memory_saying(of_dyad uuid, pattern text, before_at timestamptz, before_id uuid, most integer)
      returns table (id uuid) ${looked} as $$
        select e.id from memory_entry e
        where ${isNamed} and e.dyad_id = of_dyad and (e.at, e.id) < (before_at, before_id)
          and (normalize(e.source, nfc) ilike pattern or normalize(e.target, nfc) ilike pattern)
        order by e.at desc, e.id desc limit most
      $$`);
    for (const name of [
      'memory_alike(uuid, text, text, text, integer)',
      'memory_saying(uuid, text, timestamptz, uuid, integer)',
    ]) {
      await runner.query(`revoke execute on function ${name} from public`);
      await runner.query(`grant execute on function ${name} to ${applicationRole}`);
    }
  }

  /** Translations that came from the memory go with it: nothing else says what they are. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from translation where status = 'memory'`);
    await runner.query(`
      alter table translation
        drop constraint translation_has_recalled,
        drop column recalled,
        drop constraint translation_status,
        add constraint translation_status
          check (status in ('pending', 'machine', 'doubtful', 'human', 'asked', 'unavailable')),
        drop constraint translation_has_body,
        add constraint translation_has_body check ((status in ('machine', 'doubtful', 'human')) = (body is not null))`);
    await runner.query(`drop function memory_alike(uuid, text, text, text, integer)`);
    await runner.query(`drop function memory_saying(uuid, text, timestamptz, uuid, integer)`);
    await runner.query(`drop table memory_entry`);
    await runner.query(`drop table memory_import`);
    await runner.query(`drop extension if exists pg_trgm`);
  }
}
