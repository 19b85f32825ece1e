import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const sanction = 'refuse what was decided that the member may not do, for as long as was decided';
const kept = 'life of the dyad';

@Entity()
export class ModerationSanction {
  @Kept('technical', sanction, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'moderation_sanction_pk' })
  id: string;

  @Kept('technical', sanction, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('special', sanction, kept)
  @Column('uuid')
  memberId: string;

  @Kept('technical', 'have no sanction without its reasons', kept)
  @Column('uuid')
  statementId: string;

  @Kept('technical', 'end it with the decision that it belongs to', kept)
  @Column('uuid')
  itemId: string;

  @Kept('special', sanction, kept)
  @Column('text')
  kind: string;

  @Kept('technical', sanction, kept)
  @Column('timestamptz')
  startsAt: Date;

  @Kept('technical', sanction, kept)
  @Column('timestamptz', { nullable: true })
  endsAt: Date | null;

  @Kept('special', 'weigh what was decided before', kept)
  @Column('integer')
  strike: number;

  @Kept('technical', 'hold nobody to a mistake for ever', kept)
  @Column('timestamptz', { nullable: true })
  strikeExpiresAt: Date | null;

  @Kept('personal', 'let nobody write with a warning unread', kept)
  @Column('timestamptz', { nullable: true })
  acknowledgedAt: Date | null;

  @Kept('technical', sanction, kept)
  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Kept('technical', 'say how it ended', kept)
  @Column('text', { nullable: true })
  endedBy: string | null;

  @Kept('technical', 'hold nobody to a mistake for ever', kept)
  @Column('timestamptz', { nullable: true })
  strikeEndedAt: Date | null;
}
