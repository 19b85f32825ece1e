import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../platform/database/columns.js';

const agreeing = 'know what each side agreed to';
const kept = 'life of the dyad';

/** A key that somebody gave for a side to exactly these texts of a clause, or took back. */
@Entity()
export class ClauseKey {
  @Kept('technical', agreeing, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'clause_key_pk' })
  id: string;

  @Kept('technical', agreeing, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('technical', agreeing, kept)
  @Column('uuid')
  statementId: string;

  @Kept('technical', agreeing, kept)
  @Column('uuid')
  clauseId: string;

  @Kept('special', agreeing, kept)
  @Column('text')
  side: string;

  @Kept('technical', agreeing, kept)
  @Column('text')
  kind: string;

  @Kept('technical', 'know to which texts it was given', kept)
  @Column('bytea')
  hash: Buffer;

  @Kept('personal', agreeing, kept)
  @Column('uuid')
  memberId: string;

  @Kept('content', agreeing, kept)
  @Column('timestamptz')
  at: Date;
}
