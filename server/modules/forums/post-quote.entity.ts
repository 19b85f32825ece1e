import { Entity, PrimaryColumn, Column } from 'typeorm';
import { Kept } from '../../platform/database/columns.js';

const quoting = 'take words away where they are quoted too';
const kept = 'until the author takes the post back';

@Entity()
export class PostQuote {
  @Kept('technical', quoting, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'post_quote_pk' })
  revisionId: string;

  @Kept('technical', quoting, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'post_quote_pk' })
  quotedId: string;

  @Kept('technical', quoting, kept)
  @Column('uuid')
  dyadId: string;
}
