import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantAppendOnly, isolateByDyad } from '../../../platform/database/tables.js';

/** The glossary of each dyad: concepts, every revision of each, and the terms of each revision. It only grows. */
export class Glossary1764800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table term_concept (
        id uuid not null constraint term_concept_pk primary key,
        dyad_id uuid not null constraint term_concept_dyad references dyad,
        constraint term_concept_of_dyad unique (dyad_id, id)
      )`);
    // Each change of the glossary is one revision of one concept; its number is the version of the whole glossary.
    await runner.query(`
      create table term_revision (
        dyad_id uuid not null,
        version integer not null constraint term_revision_version check (version >= 1),
        concept_id uuid not null,
        type text not null constraint term_revision_type check (type in ('added', 'changed', 'retired')),
        note jsonb not null,
        act_id uuid not null constraint term_revision_act references joint_act,
        at timestamptz not null,
        constraint term_revision_pk primary key (dyad_id, version),
        constraint term_revision_concept foreign key (dyad_id, concept_id) references term_concept (dyad_id, id)
      )`);
    await runner.query(`create index term_revision_newest on term_revision (dyad_id, concept_id, version desc)`);
    await runner.query(`
      create table term (
        dyad_id uuid not null,
        version integer not null,
        place integer not null,
        language text not null,
        form text not null,
        forms text[] not null,
        stems text[] not null,
        status text not null constraint term_status check (status in ('preferred', 'admitted', 'contested', 'forbidden')),
        constraint term_pk primary key (dyad_id, version, place),
        constraint term_of_revision foreign key (dyad_id, version) references term_revision (dyad_id, version)
      )`);
    await grantAppendOnly(runner, 'term_concept', 'term_revision', 'term');
    await isolateByDyad(runner, 'term_concept', 'term_revision', 'term');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['term', 'term_revision', 'term_concept']) await runner.query(`drop table ${table}`);
  }
}
