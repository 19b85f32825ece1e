import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const duty = 'know who can be asked for a key now';
const kept = 'membership';

@Entity()
export class ModerationRoster {
  @Kept('personal', duty, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'moderation_roster_pk' })
  memberId: string;

  @Kept('technical', duty, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('personal', duty, kept)
  @Column('boolean')
  onCall: boolean;

  @Kept('personal', duty, kept)
  @Column('timestamptz')
  since: Date;
}
