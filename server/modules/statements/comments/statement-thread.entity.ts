import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const commenting = 'keep what is said of a clause beside its words';
const kept = 'life of the dyad';

/** A thread of the forum beside words of a clause. */
@Entity()
export class StatementThread {
  @Kept('technical', commenting, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'statement_thread_pk' })
  threadId: string;

  @Kept('technical', commenting, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('technical', commenting, kept)
  @Column('uuid')
  statementId: string;

  @Kept('technical', commenting, kept)
  @Column('uuid')
  clauseId: string;

  @Kept('technical', commenting, kept)
  @Column('text')
  side: string;

  @Kept('technical', commenting, kept)
  @Column('bytea')
  anchorStart: Buffer;

  @Kept('technical', commenting, kept)
  @Column('bytea')
  anchorEnd: Buffer;

  @Kept('content', 'show what was meant when the words are gone', kept)
  @Column('text')
  quote: string;

  @Kept('personal', 'say who thinks it is settled', kept)
  @Column('uuid', { nullable: true })
  resolvedBy: string | null;

  @Kept('content', 'say since when it is settled', kept)
  @Column('timestamptz', { nullable: true })
  resolvedAt: Date | null;
}
