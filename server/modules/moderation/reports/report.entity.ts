import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const review = 'let moderators of both sides look at what a reader objects to';
const kept = 'life of the dyad';
const whileAppealable = 'six months and 30 days after the decision; at once when the author takes the words back';

@Entity()
export class ModerationReportSnapshot {
  @Kept('technical', review, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'moderation_report_snapshot_pk' })
  itemId: string;

  @Kept('technical', 'show that exactly these words were reported', kept)
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'moderation_report_snapshot_pk' })
  hash: Buffer;

  @Kept('technical', review, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('technical', 'know which revision was reported', kept)
  @Column('integer')
  revision: number;

  @Kept('special', 'judge what was read, also when it is changed afterwards', whileAppealable)
  @Column('jsonb', { nullable: true })
  words: unknown;

  @Kept('technical', review, kept)
  @Column('timestamptz')
  takenAt: Date;
}

@Entity()
export class ModerationReport {
  @Kept('technical', review, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'moderation_report_pk' })
  id: string;

  @Kept('technical', review, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('technical', review, kept)
  @Column('uuid')
  itemId: string;

  @Kept('technical', 'show that exactly these words were reported', kept)
  @Column('bytea')
  snapshotHash: Buffer;

  @Kept('personal', 'tell the reporter what became of it, and count one report of each', kept)
  @Column('uuid')
  reporterId: string;

  @Kept('special', 'show how much each side reports', kept)
  @Column('text')
  reporterSide: string;

  @Kept('content', review, kept)
  @Column('text')
  reason: string;

  @Kept('special', review, whileAppealable)
  @Column('text')
  words: string;

  @Kept('technical', 'put what is urgent first', kept)
  @Column('double precision')
  weight: number;

  @Kept('personal', review, kept)
  @Column('timestamptz')
  at: Date;

  @Kept('content', 'tell the reporter what became of it', kept)
  @Column('text', { nullable: true })
  outcome: string | null;

  @Kept('technical', 'know how long words are kept', kept)
  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;
}
