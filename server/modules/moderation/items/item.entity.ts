import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const queue = 'let moderators of both sides see what waits, and decide once';
const kept = 'life of the dyad';

@Entity()
export class ModerationItem {
  @Kept('technical', queue, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'moderation_item_pk' })
  id: string;

  @Kept('technical', queue, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('technical', queue, kept)
  @Column('text')
  kind: string;

  @Kept('technical', queue, kept)
  @Column('uuid')
  contentId: string;

  @Kept('technical', 'keep people who wrote beside it from deciding about it', kept)
  @Column('uuid')
  placeId: string;

  @Kept('special', 'keep people whom the words concern from deciding about them', kept)
  @Column('uuid', { array: true, default: () => "'{}'" })
  concerns: string[];

  @Kept('technical', 'know which revision waits', kept)
  @Column('integer')
  revision: number;

  @Kept('technical', 'tell a later revision of something published from a first one', kept)
  @Column('boolean')
  amends: boolean;

  @Kept('personal', 'keep authors from deciding about their own items', kept)
  @Column('uuid')
  authorId: string;

  @Kept('special', 'prove that both sides are treated alike', kept)
  @Column('text')
  authorSide: string;

  @Kept('technical', queue, kept)
  @Column('text')
  state: string;

  @Kept('technical', 'know whether readers see the words', kept)
  @Column('boolean')
  shown: boolean;

  @Kept('technical', 'lead back where a decision began when nothing comes of it', kept)
  @Column('text', { nullable: true })
  resumes: string | null;

  @Kept('technical', 'keep a report of danger from being ended by one key', kept)
  @Column('boolean', { default: false })
  alarmed: boolean;

  @Kept('technical', 'refuse decisions on an outdated card', kept)
  @Column('integer')
  version: number;

  @Kept('technical', 'put what is urgent first', kept)
  @Column('double precision', { default: 1 })
  priority: number;

  @Kept('technical', 'put what is urgent first', kept)
  @Column('timestamptz')
  turnAt: Date;

  @Kept('technical', 'order the queue, and say how long waiting takes', kept)
  @Column('timestamptz')
  since: Date;

  @Kept('technical', 'keep people who just wrote beside it from deciding about it', kept)
  @Column('timestamptz')
  submittedAt: Date;

  @Kept('technical', 'end a hold by itself', kept)
  @Column('timestamptz', { nullable: true })
  heldUntil: Date | null;

  @Kept('personal', 'let those who hold something end the hold', kept)
  @Column('uuid', { nullable: true })
  heldBy: string | null;

  @Kept('technical', 'count approved posts in graduated topics', kept)
  @Column('timestamptz', { nullable: true })
  approvedAt: Date | null;
}
