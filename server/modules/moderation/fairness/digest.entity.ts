import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const account = 'account in public for what moderators do';
const kept = 'life of the dyad';

@Entity()
export class ModerationDigest {
  @Kept('technical', account, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'moderation_digest_pk' })
  dyadId: string;

  @Kept('public', account, kept)
  @PrimaryColumn('date', { primaryKeyConstraintName: 'moderation_digest_pk' })
  day: string;

  @Kept('public', account, kept)
  @Column('jsonb')
  digest: unknown;
}
