import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A topic may belong to a thing of a module above, which says who may read and write there. */
export class TopicPlaces1764001200003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table topic
        add column place_kind text,
        add column place_id uuid,
        add constraint topic_place_whole check ((place_kind is null) = (place_id is null))`);
    await runner.query(`
      create unique index topic_of_place on topic (place_kind, place_id) where place_kind is not null`);
  }

  /** Without places these topics would be open to everybody: what is in them goes with them. */
  async down(runner: QueryRunner): Promise<void> {
    const guarded = `select th.id from thread th join topic t on t.id = th.topic_id where t.place_kind is not null`;
    const revisions = `select r.id from post_revision r join post p on p.id = r.post_id where p.thread_id in (${guarded})`;
    for (const table of ['mention', 'post_text', 'post_shown'])
      await runner.query(`delete from ${table} where revision_id in (${revisions})`);
    await runner.query(`delete from post_revision where id in (${revisions})`);
    await runner.query(`delete from post where thread_id in (${guarded})`);
    await runner.query(`delete from thread where id in (${guarded})`);
    await runner.query(`delete from topic where place_kind is not null`);
    await runner.query(`drop index topic_of_place`);
    await runner.query(`alter table topic drop column place_kind, drop column place_id`);
  }
}
