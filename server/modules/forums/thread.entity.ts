import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../platform/database/columns.js';

const forum = 'give conversations a place';
const balance = 'show whether both sides are heard';
const kept = 'life of the dyad';

@Entity()
export class Thread {
  @Kept('technical', forum, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'thread_pk' })
  id: string;

  @Kept('technical', forum, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('technical', forum, kept)
  @Column('uuid')
  topicId: string;

  @Kept('personal', forum, kept)
  @Column('uuid')
  authorId: string;

  @Kept('technical', forum, kept)
  @Column('uuid')
  openingPostId: string;

  @Kept('special', forum, 'until its author takes it back unpublished, else life of the dyad')
  @Column('text')
  title: string;

  @Kept('content', forum, kept)
  @Column('text')
  language: string;

  @Kept('content', balance, kept)
  @Column('integer', { default: 0 })
  postsA: number;

  @Kept('content', balance, kept)
  @Column('integer', { default: 0 })
  postsB: number;

  @Kept('content', balance, kept)
  @Column('integer', { default: 0 })
  postsNeutral: number;

  @Kept('content', forum, kept)
  @Column('timestamptz')
  writtenAt: Date;

  @Kept('content', forum, kept)
  @Column('timestamptz', { nullable: true })
  openedAt: Date | null;

  @Kept('content', forum, kept)
  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  @Kept('content', 'keep closed what moderators of both sides closed', kept)
  @Column('timestamptz', { nullable: true })
  lockedAt: Date | null;

  @Kept('content', forum, kept)
  @Column('timestamptz', { nullable: true })
  lastPostAt: Date | null;
}
