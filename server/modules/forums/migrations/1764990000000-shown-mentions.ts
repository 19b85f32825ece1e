import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whom a revision mentions, by the name as it was written. Of members whose name moderators withhold, or withheld before
 * they chose another, it says as well what is shown in its place.
 */
export class ShownMentions1764990000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function shown_mentions(revision uuid) returns jsonb language sql stable as $$
        select jsonb_object_agg(m.name, m.member_id || coalesce((
          select ' ' || b.pseudonym from member b where b.id = m.member_id
            and exists (select from member_name n where n.member_id = b.id and n.withheld is not null)), ''))
        from mention m where m.revision_id = revision
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function shown_mentions(uuid)`);
  }
}
