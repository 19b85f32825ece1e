import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { Kept } from '../../platform/database/columns.js';

const forum = 'give conversations a place';
const kept = 'life of the dyad';

@Entity()
@Unique('topic_slug_once', ['dyadId', 'slug'])
export class Topic {
  @Kept('technical', forum, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'topic_pk' })
  id: string;

  @Kept('technical', forum, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('public', forum, kept)
  @Column('text')
  slug: string;

  @Kept('public', forum, kept)
  @Column('jsonb')
  title: Record<string, string>;

  @Kept('public', forum, kept)
  @Column('jsonb')
  description: Record<string, string>;

  @Kept('public', 'say what was erased of it, when and why', kept)
  @Column('jsonb', { default: [] })
  erased: unknown;

  @Kept('public', 'say how posts reach readers, the same for both sides', kept)
  @Column('text')
  mode: string;

  @Kept('public', 'say why the topic has its mode', kept)
  @Column('text', { nullable: true })
  modeReason: string | null;

  @Kept('technical', forum, kept)
  @Column('timestamptz')
  openedAt: Date;

  @Kept('technical', 'know who may read and write there', kept)
  @Column('text', { nullable: true })
  placeKind: string | null;

  @Kept('technical', 'know who may read and write there', kept)
  @Column('uuid', { nullable: true })
  placeId: string | null;
}
