import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const suggesting = 'let drafters suggest other words without writing in the statement';
const kept = 'life of the dyad';

/** Other words for a statement, written in a document of their own. */
@Entity()
export class Suggestion {
  /** Also the id of its document. */
  @Kept('technical', suggesting, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'suggestion_pk' })
  id: string;

  @Kept('technical', suggesting, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('technical', suggesting, kept)
  @Column('uuid')
  statementId: string;

  @Kept('technical', 'know what the statement and its copy have in common', kept)
  @Column('bytea')
  since: Buffer;

  @Kept('personal', suggesting, kept)
  @Column('uuid')
  memberId: string;

  @Kept('content', 'say what it is for', kept)
  @Column('text')
  note: string;

  @Kept('technical', 'read it out in its language', kept)
  @Column('text')
  noteLanguage: string;

  @Kept('content', suggesting, kept)
  @Column('timestamptz')
  openedAt: Date;

  @Kept('technical', 'know what became of it', kept)
  @Column('text', { default: 'open' })
  state: string;

  @Kept('personal', 'say who decided', kept)
  @Column('uuid', { nullable: true })
  closedBy: string | null;

  @Kept('content', 'say when it was decided', kept)
  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  @Kept('content', 'say why it was declined', kept)
  @Column('text', { nullable: true })
  reason: string | null;

  @Kept('technical', 'read it out in its language', kept)
  @Column('text', { nullable: true })
  reasonLanguage: string | null;
}

/** A key that somebody gave for a side to exactly these texts of a suggestion. */
@Entity()
export class SuggestionKey {
  @Kept('technical', suggesting, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'suggestion_key_pk' })
  suggestionId: string;

  @Kept('special', suggesting, kept)
  @PrimaryColumn('text', { primaryKeyConstraintName: 'suggestion_key_pk' })
  side: string;

  @Kept('technical', 'know to which texts it was given', kept)
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'suggestion_key_pk' })
  hash: Buffer;

  @Kept('technical', suggesting, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('personal', suggesting, kept)
  @Column('uuid')
  memberId: string;

  @Kept('content', suggesting, kept)
  @Column('timestamptz')
  at: Date;
}
