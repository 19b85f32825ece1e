import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const appeal = 'have a decision looked at by others than those who took it';
const kept = 'life of the dyad';

@Entity()
export class ModerationAppeal {
  @Kept('technical', appeal, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'moderation_appeal_pk' })
  id: string;

  @Kept('technical', appeal, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('personal', appeal, kept)
  @Column('uuid')
  memberId: string;

  @Kept('technical', appeal, kept)
  @Column('uuid')
  itemId: string;

  @Kept('technical', appeal, kept)
  @Column('uuid')
  eventId: string;

  @Kept('technical', appeal, kept)
  @Column('uuid', { nullable: true })
  statementId: string | null;

  @Kept('technical', appeal, kept)
  @Column('uuid', { nullable: true })
  answerId: string | null;

  @Kept('content', appeal, kept)
  @Column('text')
  language: string;

  @Kept('content', appeal, kept)
  @Column('text')
  words: string;

  @Kept('technical', appeal, kept)
  @Column('timestamptz')
  openedAt: Date;

  @Kept('technical', appeal, kept)
  @Column('text')
  state: string;

  @Kept('technical', appeal, kept)
  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;
}
