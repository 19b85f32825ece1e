import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const ratifying = 'let organisations of both sides sign exactly one text';
const kept = 'permanent';

/** A time of signing, from the proposal to freeze a statement to how it ended. */
@Entity()
export class Ratification {
  @Kept('technical', ratifying, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ratification_pk' })
  id: string;

  @Kept('technical', ratifying, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('technical', ratifying, kept)
  @Column('uuid')
  statementId: string;

  @Kept('content', 'know exactly what is signed', kept)
  @Column('bytea')
  hash: Buffer;

  @Kept('content', 'know exactly what is signed', kept)
  @Column('text')
  canonical: string;

  @Kept('content', ratifying, kept)
  @Column('integer')
  days: number;

  @Kept('personal', ratifying, kept)
  @Column('uuid')
  proposedBy: string;

  @Kept('special', ratifying, kept)
  @Column('text')
  proposedBySide: string;

  @Kept('content', ratifying, kept)
  @Column('timestamptz')
  proposedAt: Date;

  @Kept('content', 'hold to the charter that was in force', kept)
  @Column('integer', { nullable: true })
  quorum: number | null;

  @Kept('personal', ratifying, kept)
  @Column('uuid', { nullable: true })
  secondedBy: string | null;

  @Kept('content', ratifying, kept)
  @Column('timestamptz', { nullable: true })
  frozenAt: Date | null;

  @Kept('content', 'know until when one may sign', kept)
  @Column('timestamptz', { nullable: true })
  endsAt: Date | null;

  @Kept('content', ratifying, kept)
  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Kept('content', ratifying, kept)
  @Column('text', { nullable: true })
  outcome: string | null;
}
