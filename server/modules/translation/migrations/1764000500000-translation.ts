import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantFull, isolateByDyad } from '../../../platform/database/tables.js';

/** Translations with where they come from, and the work that engines still have to do. */
export class Translation1764000500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table translation (
        id uuid not null constraint translation_pk primary key,
        dyad_id uuid not null,
        owner_kind text not null constraint translation_owner_kind check (owner_kind in ('post_revision', 'thread_title')),
        owner_id uuid not null,
        source text not null,
        target text not null constraint translation_target_differs check (target <> source),
        status text not null constraint translation_status
          check (status in ('pending', 'machine', 'doubtful', 'human', 'asked', 'unavailable')),
        body text,
        engine text,
        engine_version text,
        via text,
        checks text[] not null,
        unknown_words text[] not null,
        provided_by uuid constraint translation_provider references member,
        made_at timestamptz,
        superseded_at timestamptz,
        constraint translation_has_body check ((status in ('machine', 'doubtful', 'human')) = (body is not null)),
        constraint translation_has_engine check ((status in ('machine', 'doubtful')) = (engine is not null)),
        constraint translation_has_person check ((status = 'human') = (provided_by is not null))
      )`);
    await runner.query(`
      create unique index translation_current on translation (owner_id, target) where superseded_at is null`);
    await runner.query(`create index translation_superseded on translation (owner_id) where superseded_at is not null`);
    await runner.query(`
      create table translation_job (
        id uuid not null constraint translation_job_pk primary key,
        dyad_id uuid not null,
        owner_kind text not null,
        owner_id uuid not null,
        source text not null,
        target text not null,
        text text not null,
        attempts integer not null default 0,
        next_at timestamptz not null,
        constraint translation_job_once unique (owner_id, target)
      )`);
    await runner.query(`create index translation_job_next on translation_job (next_at, id)`);
    await grantFull(runner, 'translation', 'translation_job');
    await isolateByDyad(runner, 'translation', 'translation_job');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table translation_job`);
    await runner.query(`drop table translation`);
  }
}
