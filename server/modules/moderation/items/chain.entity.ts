import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const chain = 'show that no event was left out or changed';
const kept = 'life of the dyad';

@Entity()
export class ModerationChain {
  @Kept('technical', chain, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'moderation_chain_pk' })
  dyadId: string;

  @Kept('technical', chain, kept)
  @Column('bigint')
  seq: string;

  @Kept('technical', chain, kept)
  @Column('bytea')
  hash: Buffer;
}
