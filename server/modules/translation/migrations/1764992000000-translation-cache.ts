import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantFull, isolateByDyad } from '../../../platform/database/tables.js';

/** What engines made of passages, so that the same passage is not sent again. It goes with its translation. */
export class TranslationCache1764992000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table translation_cache (
        dyad_id uuid not null constraint translation_cache_dyad references dyad,
        key bytea not null constraint translation_cache_key check (octet_length(key) = 32),
        translation_id uuid not null constraint translation_cache_translation references translation on delete cascade,
        said text not null,
        unknown_words text[] not null,
        constraint translation_cache_pk primary key (dyad_id, key)
      )`);
    await runner.query(`create index translation_cache_of_translation on translation_cache (translation_id)`);
    await grantFull(runner, 'translation_cache');
    await isolateByDyad(runner, 'translation_cache');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table translation_cache`);
  }
}
