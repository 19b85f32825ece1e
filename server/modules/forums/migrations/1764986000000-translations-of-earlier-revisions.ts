import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Posts that were edited before: translations of their earlier revisions are said to be that. */
export class TranslationsOfEarlierRevisions1764986000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update translation set stale_at = coalesce(p.revised_at, now())
      from post_revision r join post p on p.id = r.post_id and p.revision > r.number
      where translation.owner_kind = 'post_revision' and translation.owner_id = r.id`);
  }

  /** What says so goes with the column. */
  async down(): Promise<void> {
    await Promise.resolve();
  }
}
