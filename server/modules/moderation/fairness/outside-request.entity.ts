import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const counted = 'count in public what governments and parties ask to have restricted';
const kept = 'life of the dyad';

@Entity()
export class ModerationOutsideRequest {
  @Kept('technical', counted, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'moderation_outside_request_pk' })
  id: string;

  @Kept('technical', counted, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('public', counted, kept)
  @Column('text')
  requester: string;

  @Kept('public', counted, kept)
  @Column('text')
  side: string;

  @Kept('public', counted, kept)
  @Column('date')
  receivedOn: string;
}
