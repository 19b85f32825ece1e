import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole, grantAppendOnly, grantFull, isolateByDyad } from '../../../platform/database/tables.js';

const postStates = `('pending', 'live', 'held', 'returned', 'withdrawn', 'removed')`;

/** Topics, threads, posts with revisions that are never rewritten, and the words, which their author can take back. */
export class Forums1764000600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createPlaces(runner);
    await createPosts(runner);
    await grantFull(runner, 'topic', 'thread', 'post', 'mention');
    await grantAppendOnly(runner, 'post_revision', 'post_shown');
    // Words are written once or taken back as a whole; there is no right to change them.
    await runner.query(`grant select, insert, delete on post_text to ${applicationRole}`);
    await isolateByDyad(runner, 'topic', 'thread', 'post', 'post_revision', 'post_shown', 'post_text', 'mention');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['mention', 'post_text', 'post_shown', 'post_revision', 'post', 'thread', 'topic']) {
      await runner.query(`drop table ${table}`);
    }
  }
}

async function createPlaces(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table topic (
      id uuid not null constraint topic_pk primary key,
      dyad_id uuid not null constraint topic_dyad references dyad,
      slug text not null,
      title jsonb not null,
      description jsonb not null,
      mode text not null constraint topic_mode check (mode in ('pre', 'graduated', 'post', 'read-only', 'frozen')),
      mode_reason text,
      opened_at timestamptz not null,
      constraint topic_slug_once unique (dyad_id, slug)
    )`);
  await runner.query(`
    create table thread (
      id uuid not null constraint thread_pk primary key,
      dyad_id uuid not null,
      topic_id uuid not null constraint thread_topic references topic (id),
      author_id uuid not null constraint thread_author references member,
      opening_post_id uuid not null,
      title text not null,
      language text not null,
      posts_a integer not null default 0,
      posts_b integer not null default 0,
      posts_neutral integer not null default 0,
      written_at timestamptz not null,
      opened_at timestamptz,
      closed_at timestamptz,
      last_post_at timestamptz
    )`);
  await runner.query(`
    create index thread_newest on thread (topic_id, last_post_at desc, id desc) where opened_at is not null`);
}

async function createPosts(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table post (
      id uuid not null constraint post_pk primary key,
      dyad_id uuid not null,
      thread_id uuid not null constraint post_thread references thread (id),
      author_id uuid not null constraint post_author references member,
      author_side text not null constraint post_side check (author_side in ('a', 'b', 'neutral')),
      reply_to uuid constraint post_reply_to references post (id),
      state text not null constraint post_state check (state in ${postStates}),
      revision integer not null,
      latest_revision integer not null constraint post_latest check (latest_revision >= revision),
      written_at timestamptz not null,
      published_seq bigint,
      published_at timestamptz,
      revised_at timestamptz,
      constraint post_published check ((published_seq is null) = (published_at is null)),
      constraint post_live_is_published check (state not in ('live', 'held') or published_at is not null)
    )`);
  await runner.query(
    `create unique index post_place on post (thread_id, published_seq) where published_seq is not null`,
  );
  await runner.query(`
    create index post_of_author_waiting on post (author_id, id)
    where state in ('pending', 'held', 'returned') or latest_revision > revision`);
  await runner.query(`
    create table post_revision (
      id uuid not null constraint post_revision_pk primary key,
      dyad_id uuid not null,
      post_id uuid not null constraint post_revision_post references post (id),
      number integer not null,
      language text not null,
      written_at timestamptz not null,
      constraint post_revision_once unique (post_id, number)
    )`);
  await runner.query(`
    create table post_shown (
      revision_id uuid not null constraint post_shown_pk primary key constraint post_shown_revision references post_revision (id),
      dyad_id uuid not null,
      at timestamptz not null
    )`);
  await runner.query(`
    create table post_text (
      revision_id uuid not null constraint post_text_pk primary key constraint post_text_revision references post_revision (id),
      dyad_id uuid not null,
      source text not null
    )`);
  await runner.query(`
    create table mention (
      revision_id uuid not null constraint mention_revision references post_revision (id),
      name text not null,
      dyad_id uuid not null,
      member_id uuid not null constraint mention_member references member,
      constraint mention_pk primary key (revision_id, name)
    )`);
  await runner.query(`create index mention_of_member on mention (member_id)`);
}
