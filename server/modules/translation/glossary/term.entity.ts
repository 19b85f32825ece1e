import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const explaining = 'explain the words of both sides to everybody';
const telling = 'say what changed in the glossary, and when';
const life = 'permanent';

/** What both sides have words for; its words and note stand in its revisions. */
@Entity()
@Unique('term_concept_of_dyad', ['dyadId', 'id'])
export class TermConcept {
  @Kept('public', explaining, life)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'term_concept_pk' })
  id: string;

  @Kept('public', explaining, life)
  @Column('uuid')
  dyadId: string;
}

/** One change of the glossary: a concept as it was from then on. It is never rewritten. */
@Entity()
export class TermRevision {
  @Kept('public', explaining, life)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'term_revision_pk' })
  dyadId: string;

  @Kept('public', telling, life)
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'term_revision_pk' })
  version: number;

  @Kept('public', explaining, life)
  @Column('uuid')
  conceptId: string;

  @Kept('public', telling, life)
  @Column('text')
  type: string;

  @Kept('public', explaining, life)
  @Column('jsonb')
  note: Record<string, string>;

  @Kept('technical', 'know which stewards agreed on it', life)
  @Column('uuid')
  actId: string;

  @Kept('content', telling, life)
  @Column('timestamptz')
  at: Date;
}

/** A word or row of words for a concept in one language, in one revision. */
@Entity()
export class Term {
  @Kept('public', explaining, life)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'term_pk' })
  dyadId: string;

  @Kept('public', explaining, life)
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'term_pk' })
  version: number;

  @Kept('public', explaining, life)
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'term_pk' })
  place: number;

  @Kept('public', explaining, life)
  @Column('text')
  language: string;

  @Kept('public', explaining, life)
  @Column('text')
  form: string;

  @Kept('public', 'find the word in texts', life)
  @Column('text', { array: true })
  forms: string[];

  @Kept('public', 'find the word in texts', life)
  @Column('text', { array: true })
  stems: string[];

  @Kept('public', explaining, life)
  @Column('text')
  status: string;
}
