import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole, isolateByDyad } from '../../../platform/database/tables.js';

/**
 * What decisions of both sides leave of posts: why one was removed, the text of a redacted one, a thread that is locked. And
 * who quotes whom, so that words taken away are gone where they are quoted too.
 */
export class RestrictedPosts1764100200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table post
        add column removed_for text,
        add constraint post_removed_for check ((state = 'removed') = (removed_for is not null))`);
    await runner.query(`alter table thread add column locked_at timestamptz`);
    await runner.query(`
      create table post_redaction (
        id uuid not null constraint post_redaction_pk primary key,
        dyad_id uuid not null,
        post_id uuid not null constraint post_redaction_post references post (id),
        revision_id uuid not null constraint post_redaction_revision references post_revision (id),
        source text not null,
        title text,
        reason text not null,
        at timestamptz not null,
        constraint post_redaction_once unique (post_id)
      )`);
    await runner.query(`
      create table post_quote (
        revision_id uuid not null constraint post_quote_revision references post_revision (id),
        quoted_id uuid not null,
        dyad_id uuid not null,
        constraint post_quote_pk primary key (revision_id, quoted_id)
      )`);
    await runner.query(`create index post_quote_of on post_quote (quoted_id)`);
    await runner.query(`
      insert into post_quote (revision_id, quoted_id, dyad_id)
      select distinct t.revision_id, named[1]::uuid, t.dyad_id
      from post_text t, regexp_matches(t.source, '\\[quote:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\]', 'g') as named`);
    // Like words: written once, or taken away as a whole.
    await runner.query(`grant select, insert, delete on post_redaction, post_quote to ${applicationRole}`);
    await isolateByDyad(runner, 'post_redaction', 'post_quote');
  }

  /** A version that knows no redactions must not show what was taken out: such posts are removed. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update post set state = 'removed', removed_for = x.reason from post_redaction x
      where x.post_id = post.id and post.state in ('live', 'held')`);
    for (const table of ['post_quote', 'post_redaction']) await runner.query(`drop table ${table}`);
    await runner.query(`alter table thread drop column locked_at`);
    await runner.query(`alter table post drop column removed_for`);
  }
}
