import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const share = 'keep two moderators of a side from doing the same work';
const kept = 'until the item is decided';

@Entity()
export class ModerationClaim {
  @Kept('technical', share, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'moderation_claim_pk' })
  itemId: string;

  @Kept('special', share, kept)
  @PrimaryColumn('text', { primaryKeyConstraintName: 'moderation_claim_pk' })
  side: string;

  @Kept('technical', share, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('personal', share, kept)
  @Column('uuid')
  memberId: string;

  @Kept('technical', share, kept)
  @Column('timestamptz')
  since: Date;

  @Kept('technical', share, kept)
  @Column('timestamptz')
  expiresAt: Date;
}
