import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { Kept } from '../../platform/database/columns.js';

const history = 'show every revision of a post';
const kept = 'life of the dyad';

@Entity()
@Unique('post_revision_once', ['postId', 'number'])
export class PostRevision {
  @Kept('technical', history, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'post_revision_pk' })
  id: string;

  @Kept('technical', history, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('technical', history, kept)
  @Column('uuid')
  postId: string;

  @Kept('technical', history, kept)
  @Column('integer')
  number: number;

  @Kept('content', 'set language and direction of the text', kept)
  @Column('text')
  language: string;

  @Kept('content', history, kept)
  @Column('timestamptz')
  writtenAt: Date;
}
