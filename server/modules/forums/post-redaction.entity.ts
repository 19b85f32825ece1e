import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../platform/database/columns.js';

const redaction = 'show a post without the passages that both sides took out';
const kept = 'until the decision is overturned, or the author takes the post back';

@Entity()
export class PostRedaction {
  @Kept('technical', redaction, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'post_redaction_pk' })
  id: string;

  @Kept('technical', redaction, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('technical', redaction, kept)
  @Column('uuid')
  postId: string;

  @Kept('technical', redaction, kept)
  @Column('uuid')
  revisionId: string;

  @Kept('special', redaction, kept)
  @Column('text')
  source: string;

  @Kept('special', redaction, kept)
  @Column('text', { nullable: true })
  title: string | null;

  @Kept('content', 'tell readers why', kept)
  @Column('text')
  reason: string;

  @Kept('technical', redaction, kept)
  @Column('timestamptz')
  at: Date;
}
