import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantAppendOnly, grantFull, isolateByDyad } from '../../../platform/database/tables.js';

/** Items on the desk with where they stand, and the events that brought them there. */
export class Moderation1764000400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table moderation_item (
        id uuid not null constraint moderation_item_pk primary key,
        dyad_id uuid not null,
        kind text not null constraint moderation_item_kind check (kind in ('post')),
        content_id uuid not null,
        revision integer not null,
        amends boolean not null,
        author_id uuid not null constraint moderation_item_author references member,
        author_side text not null constraint moderation_item_side check (author_side in ('a', 'b', 'neutral')),
        state text not null constraint moderation_item_state
          check (state in ('pending', 'live', 'in_review', 'held', 'returned', 'withdrawn', 'merged')),
        version integer not null,
        priority integer not null default 0,
        since timestamptz not null,
        held_until timestamptz,
        approved_at timestamptz,
        constraint moderation_item_hold_ends check ((state = 'held') = (held_until is not null))
      )`);
    await runner.query(
      `create unique index moderation_item_first on moderation_item (kind, content_id) where not amends`,
    );
    await runner.query(`
      create unique index moderation_item_amendment on moderation_item (kind, content_id)
      where amends and state in ('pending', 'returned')`);
    await runner.query(`
      create index moderation_item_queue on moderation_item (dyad_id, state, priority desc, since, id)
      where state in ('pending', 'in_review', 'held', 'returned')`);
    await runner.query(`create index moderation_item_hold_due on moderation_item (held_until) where state = 'held'`);
    await runner.query(`
      create index moderation_item_approved on moderation_item (author_id) where approved_at is not null and not amends`);
    await runner.query(`
      create table moderation_event (
        id uuid not null constraint moderation_event_pk primary key,
        dyad_id uuid not null,
        item_id uuid not null constraint moderation_event_item references moderation_item (id),
        type text not null,
        state text not null,
        actor_id uuid constraint moderation_event_actor references member,
        actor_side text constraint moderation_event_side check (actor_side in ('a', 'b', 'neutral')),
        reason text,
        note text not null default '',
        waited_seconds integer,
        at timestamptz not null
      )`);
    await runner.query(`create index moderation_event_item_at on moderation_event (item_id, at, id)`);
    await runner.query(`
      create index moderation_event_decisions on moderation_event (dyad_id, at desc) where waited_seconds is not null`);
    await grantFull(runner, 'moderation_item');
    await grantAppendOnly(runner, 'moderation_event');
    await isolateByDyad(runner, 'moderation_item', 'moderation_event');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table moderation_event`);
    await runner.query(`drop table moderation_item`);
  }
}
