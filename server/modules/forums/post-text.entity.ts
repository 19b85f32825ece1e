import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../platform/database/columns.js';

const speak = 'let members speak and be answered';
const kept = 'until its author takes it back, else life of the dyad';

@Entity()
export class PostText {
  @Kept('technical', speak, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'post_text_pk' })
  revisionId: string;

  @Kept('technical', speak, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('special', speak, kept)
  @Column('text')
  source: string;
}
