import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const deciding = 'know who decided who may read a draft';
const kept = 'life of the dyad';

/** A key that a drafter gave, for a side, to who may read a statement. */
@Entity()
export class StatementVisibilityKey {
  @Kept('technical', deciding, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'statement_visibility_key_pk' })
  id: string;

  @Kept('technical', deciding, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('technical', deciding, kept)
  @Column('uuid')
  statementId: string;

  @Kept('special', deciding, kept)
  @Column('text')
  side: string;

  @Kept('technical', deciding, kept)
  @Column('text')
  visibility: string;

  /** With this key it became so; keys from before it count no more. */
  @Kept('technical', deciding, kept)
  @Column('boolean')
  applied: boolean;

  @Kept('personal', deciding, kept)
  @Column('uuid')
  memberId: string;

  @Kept('content', deciding, kept)
  @Column('timestamptz')
  at: Date;
}
