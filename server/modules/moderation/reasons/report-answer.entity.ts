import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const answer = 'tell those who reported what became of it';
const kept = 'life of the dyad';

@Entity()
export class ModerationReportAnswer {
  @Kept('technical', answer, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'moderation_report_answer_pk' })
  id: string;

  @Kept('technical', answer, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('personal', answer, kept)
  @Column('uuid')
  memberId: string;

  @Kept('technical', answer, kept)
  @Column('uuid')
  itemId: string;

  @Kept('technical', answer, kept)
  @Column('uuid')
  eventId: string;

  @Kept('content', answer, kept)
  @Column('text')
  outcome: string;

  @Kept('technical', answer, kept)
  @Column('timestamptz')
  at: Date;

  @Kept('technical', 'say until when an appeal is taken', kept)
  @Column('timestamptz', { nullable: true })
  appealableUntil: Date | null;

  @Kept('personal', 'show what is new', kept)
  @Column('timestamptz', { nullable: true })
  readAt: Date | null;
}
