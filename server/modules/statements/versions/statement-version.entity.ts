import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const keeping = 'keep what a statement said at a moment that mattered';
const kept = 'life of the dyad';

/** What a statement said in both texts, all of it, when somebody wanted it kept. It is never rewritten. */
@Entity()
@Unique('statement_version_number', ['statementId', 'number'])
export class StatementVersion {
  @Kept('technical', keeping, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'statement_version_pk' })
  id: string;

  @Kept('technical', keeping, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('technical', keeping, kept)
  @Column('uuid')
  statementId: string;

  @Kept('technical', 'name it without naming it', kept)
  @Column('integer')
  number: number;

  @Kept('technical', 'know which updates of the document are in it', kept)
  @Column('bigint')
  seq: string;

  @Kept('technical', 'know why it was kept', kept)
  @Column('text')
  kind: string;

  @Kept('content', 'find it again', kept)
  @Column('text', { nullable: true })
  name: string | null;

  @Kept('technical', 'read its name out in the language it was given in', kept)
  @Column('text', { nullable: true })
  nameLanguage: string | null;

  @Kept('technical', 'say which clauses changed without reading all texts', kept)
  @Column('jsonb')
  clauses: { readonly id: string; readonly hash: string }[];

  @Kept('content', keeping, kept)
  @Column('text')
  canonical: string;

  @Kept('technical', 'let anybody check that it is unchanged', kept)
  @Column('bytea')
  hash: Buffer;

  @Kept('personal', 'say who kept it', kept)
  @Column('uuid')
  memberId: string;

  @Kept('content', keeping, kept)
  @Column('timestamptz')
  at: Date;
}
