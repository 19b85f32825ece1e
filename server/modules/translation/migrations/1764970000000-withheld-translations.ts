import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A translation can be kept from readers by moderators; what it says, and where it comes from, stays. */
export class WithheldTranslations1764970000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table translation
        add column withheld text constraint translation_withheld
          check (withheld is null or (withheld in ('held', 'removed') and body is not null))`);
  }

  /** What moderators keep from readers goes with what says so: it would be shown again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from translation where withheld is not null`);
    await runner.query(`alter table translation drop column withheld`);
  }
}
