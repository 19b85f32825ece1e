import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is like a sentence is found by its words and no longer by their letters, of which all sentences have the same. */
export class MemoryByWords1764991000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.signs(runner);
    await runner.query(`alter table memory_entry add column signs text`);
    await runner.query(
      `update memory_entry set signs = memory_signs(dyad_id, source_language, target_language, source)`,
    );
    await runner.query(`alter table memory_entry alter column signs set not null`);
    // What is new is put in its place at once: a list of it would be read to its end by every search.
    await runner.query(`
      create index memory_entry_signs on memory_entry using gin (signs gin_trgm_ops) with (fastupdate = off)`);
    // Of texts that share three words in five of the longer one, 0.43 is the least similarity: 0.6 / (1 + 1 - 0.6).
    // The words are sought first and by themselves. Together with the conditions PostgreSQL may take another index for the
    // better one, or none, as long as it has not counted what a file brought, and compare with every entry.
    await this.replaceAlike(
      runner,
      '0.42',
      `with alike as materialized (
         select e.id, e.dyad_id, e.source_language, e.target_language, e.signs from memory_entry e
         where current_setting('app.dyad', true) in (of_dyad::text, '*')
           and e.signs % memory_signs(of_dyad, of_source, of_target, sought)
       )
       select a.id from alike a
       where a.dyad_id = of_dyad and a.source_language = of_source and a.target_language = of_target
       order by similarity(a.signs, memory_signs(of_dyad, of_source, of_target, sought)) desc, a.id limit most`,
    );
  }

  /**
   * A text with one letter for each word, run of digits and other sign, so that trigrams (of which such a letter has two)
   * compare texts by what they have in common of these; what is said again has another letter each time. The letters are
   * 16,384 Chinese ones, chosen by a hash in which dyad and languages are: no search meets many entries of others, and
   * words that meet in one letter make a text a candidate at most.
   */
  private async signs(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function memory_signs(of_dyad uuid, of_source text, of_target text, words text) returns text
      language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
        select coalesce(string_agg(chr(19968 + (hashtextextended(said.word || said.time, place.hash) & 16383)::integer), ' '), '')
        from hashtextextended(of_dyad || ' ' || of_source || ' ' || of_target, 0) as place (hash), (
          select found.word[1] as word, row_number() over (partition by found.word) as time
          from regexp_matches(
            regexp_replace(lower(normalize(words, nfc)), '[0-9٠-٩۰-۹०-९]+', '0', 'g'),
            '[^[:space:][:punct:]]+|[[:punct:]]', 'g'
          ) as found (word)
        ) as said
      $$`);
  }

  private async replaceAlike(runner: QueryRunner, threshold: string, query: string): Promise<void> {
    await runner.query(`
      create or replace function memory_alike(of_dyad uuid, of_source text, of_target text, sought text, most integer)
      returns table (id uuid) rows 50 language sql stable strict security definer
      set search_path = public, pg_temp set plan_cache_mode = force_custom_plan
      set enable_seqscan = off set pg_trgm.similarity_threshold = ${threshold} as $$ ${query} $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.replaceAlike(
      runner,
      '0.6',
      `select e.id from memory_entry e
       where current_setting('app.dyad', true) in (of_dyad::text, '*')
         and e.dyad_id = of_dyad and e.source_language = of_source and e.target_language = of_target
         and normalize(e.source, nfc) % sought
       order by similarity(normalize(e.source, nfc), sought) desc, e.id limit most`,
    );
    await runner.query(`alter table memory_entry drop column signs`);
    await runner.query(`drop function memory_signs(uuid, text, text, text)`);
  }
}
