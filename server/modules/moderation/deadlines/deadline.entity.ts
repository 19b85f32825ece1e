import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const clock = 'do on time what time does, also after a stop';
const kept = 'life of the dyad';

@Entity()
export class ModerationDeadline {
  @Kept('technical', clock, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'moderation_deadline_pk' })
  id: string;

  @Kept('technical', clock, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('technical', clock, kept)
  @Column('text')
  kind: string;

  @Kept('technical', clock, kept)
  @Column('uuid', { nullable: true })
  itemId: string | null;

  @Kept('technical', clock, kept)
  @Column('uuid', { nullable: true })
  proposalId: string | null;

  @Kept('technical', clock, kept)
  @Column('uuid', { nullable: true })
  sanctionId: string | null;

  @Kept('technical', clock, kept)
  @Column('uuid', { nullable: true })
  appealId: string | null;

  @Kept('technical', clock, kept)
  @Column('timestamptz')
  dueAt: Date;

  @Kept('technical', clock, kept)
  @Column('timestamptz', { nullable: true })
  doneAt: Date | null;
}
