import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const feeding = 'send checkpoints to witnesses, each once, and again when they did not answer';
const kept = 'as long as the witness is in office';

/** How far a witness with an address has been told. */
@Entity()
export class LogFeed {
  @Kept('technical', feeding, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'log_feed_pk' })
  dyadId: string;

  @Kept('public', feeding, kept)
  @PrimaryColumn('text', { primaryKeyConstraintName: 'log_feed_pk' })
  verifierKey: string;

  @Kept('technical', feeding, kept)
  @Column('integer', { default: 0 })
  acknowledged: number;

  @Kept('technical', feeding, kept)
  @Column('integer', { default: 0 })
  attempts: number;

  @Kept('technical', feeding, kept)
  @Column('timestamptz', { default: '-infinity' })
  nextAt: Date;
}
