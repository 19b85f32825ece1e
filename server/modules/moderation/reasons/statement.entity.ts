import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const reasons = 'tell the person what was decided, why, and how to appeal';
const kept = 'life of the dyad';

@Entity()
export class ModerationStatement {
  @Kept('technical', reasons, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'moderation_statement_pk' })
  id: string;

  @Kept('technical', reasons, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('personal', reasons, kept)
  @Column('uuid')
  memberId: string;

  @Kept('technical', reasons, kept)
  @Column('uuid')
  itemId: string;

  @Kept('technical', reasons, kept)
  @Column('uuid')
  eventId: string;

  @Kept('technical', 'show the words that were judged', kept)
  @Column('integer')
  revision: number;

  @Kept('technical', reasons, kept)
  @Column('uuid', { nullable: true })
  proposalId: string | null;

  @Kept('technical', 'say whether people or a machine decided', kept)
  @Column('text')
  decidedBy: string;

  @Kept('content', reasons, kept)
  @Column('text', { nullable: true })
  measure: string | null;

  @Kept('technical', reasons, kept)
  @Column('timestamptz', { nullable: true })
  measureEndsAt: Date | null;

  @Kept('content', reasons, kept)
  @Column('text', { array: true })
  passages: string[];

  @Kept('special', reasons, kept)
  @Column('text', { nullable: true })
  sanction: string | null;

  @Kept('special', reasons, kept)
  @Column('integer', { nullable: true })
  sanctionDays: number | null;

  @Kept('content', reasons, kept)
  @Column('text')
  reason: string;

  @Kept('technical', 'say it in the words that were in force', kept)
  @Column('integer')
  reasonVersion: number;

  @Kept('technical', 'say by which version of the charter it was judged', kept)
  @Column('integer')
  policyVersion: number;

  @Kept('technical', 'say by which article it was judged', kept)
  @Column('integer', { nullable: true })
  article: number | null;

  @Kept('content', reasons, kept)
  @Column('jsonb')
  facts: unknown;

  @Kept('content', reasons, kept)
  @Column('text')
  note: string;

  @Kept('technical', 'say how it came before moderators', kept)
  @Column('text')
  source: string;

  @Kept('technical', 'say whether a detector brought it before moderators', kept)
  @Column('boolean')
  detected: boolean;

  @Kept('technical', reasons, kept)
  @Column('date')
  writtenOn: string;

  @Kept('technical', reasons, kept)
  @Column('text')
  language: string;

  @Kept('technical', reasons, kept)
  @Column('timestamptz')
  at: Date;

  @Kept('technical', 'say until when an appeal is taken', kept)
  @Column('timestamptz', { nullable: true })
  appealableUntil: Date | null;

  @Kept('personal', 'show what is new', kept)
  @Column('timestamptz', { nullable: true })
  readAt: Date | null;

  @Kept('technical', 'say that it is over', kept)
  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Kept('technical', 'say that it is over', kept)
  @Column('text', { nullable: true })
  endedBy: string | null;
}
