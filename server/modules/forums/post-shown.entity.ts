import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../platform/database/columns.js';

const history = 'keep revisions that nobody approved out of the history';
const kept = 'life of the dyad';

@Entity()
export class PostShown {
  @Kept('technical', history, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'post_shown_pk' })
  revisionId: string;

  @Kept('technical', history, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('content', history, kept)
  @Column('timestamptz')
  at: Date;
}
