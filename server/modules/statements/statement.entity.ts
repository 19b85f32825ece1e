import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../platform/database/columns.js';

const drafting = 'let organisations of both sides write one statement';
const kept = 'life of the dyad';

@Entity()
export class Statement {
  /** Also the id of its document. */
  @Kept('technical', drafting, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'statement_pk' })
  id: string;

  @Kept('technical', drafting, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('content', drafting, kept)
  @Column('jsonb')
  title: Record<string, string>;

  @Kept('technical', 'know who may read it', kept)
  @Column('text')
  visibility: string;

  @Kept('technical', 'know what can be done with it', kept)
  @Column('text')
  state: string;

  @Kept('technical', 'keep from readers what moderators withhold', kept)
  @Column('text', { nullable: true })
  withheld: string | null;

  @Kept('technical', 'say why it was taken away', kept)
  @Column('text', { nullable: true })
  withheldFor: string | null;

  @Kept('technical', 'keep it as it is while moderators decide about it', kept)
  @Column('boolean', { default: false })
  still: boolean;

  @Kept('technical', 'show how long it is', kept)
  @Column('integer')
  clauses: number;

  @Kept('personal', drafting, kept)
  @Column('uuid')
  openedBy: string;

  @Kept('content', drafting, kept)
  @Column('timestamptz')
  openedAt: Date;
}
