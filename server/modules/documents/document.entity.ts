import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../platform/database/columns.js';

const drafting = 'let people of both sides write one text';
const kept = 'life of the dyad';

/** A document: the end of its log. What it says stands in its updates. */
@Entity()
export class Document {
  @Kept('technical', drafting, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'document_pk' })
  id: string;

  @Kept('technical', drafting, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('technical', 'know which module owns it', kept)
  @Column('text')
  kind: string;

  @Kept('technical', 'give updates one order', kept)
  @Column('bigint', { default: 0 })
  seq: string;

  @Kept('technical', 'notice an update that was rewritten', kept)
  @Column('bytea')
  head: Buffer;

  @Kept('content', drafting, kept)
  @Column('timestamptz')
  createdAt: Date;
}

/** One update as it was accepted, by whom, chained to the one before. */
@Entity()
export class DocumentUpdate {
  @Kept('technical', drafting, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'document_update_pk' })
  documentId: string;

  @Kept('technical', 'give updates one order', kept)
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'document_update_pk' })
  seq: string;

  @Kept('technical', drafting, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('personal', 'say who wrote which words', kept)
  @Column('uuid', { nullable: true })
  memberId: string | null;

  @Kept('content', drafting, kept)
  @Column('bytea')
  bytes: Buffer;

  @Kept('technical', 'notice an update that was rewritten', kept)
  @Column('bytea')
  chain: Buffer;

  @Kept('content', drafting, kept)
  @Column('timestamptz')
  at: Date;
}

/** Whose client a client id of Yjs is: nobody else can write in its name. */
@Entity()
export class DocumentWriter {
  @Kept('technical', drafting, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'document_writer_pk' })
  documentId: string;

  @Kept('technical', 'say who wrote which words', kept)
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'document_writer_pk' })
  client: string;

  @Kept('technical', drafting, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('personal', 'say who wrote which words', kept)
  @Column('uuid', { nullable: true })
  memberId: string | null;

  /** For whom the server itself writes under this id: their words, which nobody else adds to. */
  @Kept('personal', 'say who wrote which words', kept)
  @Column('uuid', { nullable: true })
  forMemberId: string | null;

  @Kept('content', drafting, kept)
  @Column('timestamptz')
  at: Date;
}

/** All updates up to one, put together: it can be made again from them at any time. */
@Entity()
export class DocumentState {
  @Kept('technical', drafting, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'document_state_pk' })
  documentId: string;

  @Kept('technical', drafting, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('technical', drafting, kept)
  @Column('bigint')
  uptoSeq: string;

  @Kept('content', drafting, kept)
  @Column('bytea')
  bytes: Buffer;

  @Kept('technical', drafting, kept)
  @Column('bytea')
  vector: Buffer;
}
