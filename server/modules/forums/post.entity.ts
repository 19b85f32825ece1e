import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { Kept } from '../../platform/database/columns.js';

const forum = 'let members speak and be answered';
const kept = 'life of the dyad';

@Entity()
@Unique('post_public_name_once', ['publicName'])
export class Post {
  @Kept('technical', forum, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'post_pk' })
  id: string;

  @Kept('technical', forum, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('technical', forum, kept)
  @Column('uuid')
  threadId: string;

  @Kept('personal', forum, kept)
  @Column('uuid')
  authorId: string;

  @Kept('special', 'show whether both sides are heard', kept)
  @Column('text')
  authorSide: string;

  @Kept('content', forum, kept)
  @Column('uuid', { nullable: true })
  replyTo: string | null;

  @Kept('technical', 'show words only when they may be shown', kept)
  @Column('text')
  state: string;

  @Kept('content', 'tell readers and the author why it was removed', kept)
  @Column('text', { nullable: true })
  removedFor: string | null;

  @Kept('technical', 'know which revision is shown', kept)
  @Column('integer')
  revision: number;

  @Kept('technical', 'know which revision was written last', kept)
  @Column('integer')
  latestRevision: number;

  @Kept('content', 'keep words from translation engines of others', kept)
  @Column('boolean', { default: false })
  staysInside: boolean;

  @Kept('content', forum, kept)
  @Column('timestamptz')
  writtenAt: Date;

  @Kept('technical', 'give all readers the same order', kept)
  @Column('bigint', { nullable: true })
  publishedSeq: string | null;

  @Kept('content', forum, kept)
  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;

  @Kept('content', forum, kept)
  @Column('timestamptz', { nullable: true })
  revisedAt: Date | null;

  @Kept('technical', 'let statements cite it without telling the moment in which it was written', kept)
  @Column('uuid')
  publicName: string;
}
