import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const pointing = 'show moderators what was found in a text by itself';
const kept = 'seven months; until the author takes the words back';

/** What was found in one revision of something written. */
@Entity()
export class ModerationLook {
  @Kept('technical', pointing, kept)
  @PrimaryColumn('text', { primaryKeyConstraintName: 'moderation_look_pk' })
  kind: string;

  @Kept('technical', pointing, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'moderation_look_pk' })
  contentId: string;

  @Kept('technical', pointing, kept)
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'moderation_look_pk' })
  revision: number;

  @Kept('technical', pointing, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('content', pointing, kept)
  @Column('jsonb')
  findings: unknown;

  @Kept('technical', 'put what is urgent first', kept)
  @Column('double precision')
  concern: number;

  @Kept('technical', 'forget it in time', kept)
  @Column('timestamptz')
  lookedAt: Date;
}
