import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const log = 'a log that anybody can verify and nobody can rewrite';
const chain = 'say of each entry which one it continues';
const outbox = 'hand entries over to the log in the transaction of what they record';
const witnessed = 'prove that others saw the same log';
const told = 'open what an entry commits to, as long as it may be told';
const untilEntered = 'until the entry is in the log';
const erasable = 'until it is erased';

@Entity()
export class LogHead {
  @Kept('public', log, 'permanent')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'log_head_pk' })
  dyadId: string;

  @Kept('technical', log, 'permanent')
  @Column('uuid')
  subjectId: string;

  @Kept('public', log, 'permanent')
  @Column('text')
  origin: string;

  @Kept('public', log, 'permanent')
  @Column('integer')
  size: number;

  @Kept('public', log, 'permanent')
  @Column('bytea')
  frontier: Buffer;

  @Kept('public', log, 'permanent')
  @Column('bytea')
  root: Buffer;

  @Kept('public', log, 'permanent')
  @Column('integer')
  publishedSize: number;
}

@Entity()
export class LogChain {
  @Kept('technical', chain, 'permanent')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'log_chain_pk' })
  dyadId: string;

  @Kept('technical', chain, 'permanent')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'log_chain_pk' })
  subjectId: string;

  @Kept('public', chain, 'permanent')
  @Column('uuid')
  sub: string;

  @Kept('public', chain, 'permanent')
  @Column('integer')
  rev: number;

  @Kept('public', chain, 'permanent')
  @Column('bytea', { nullable: true })
  leaf: Buffer | null;
}

@Entity()
export class LogOutbox {
  @Kept('technical', outbox, untilEntered)
  @PrimaryGeneratedColumn('increment', { type: 'bigint', primaryKeyConstraintName: 'log_outbox_pk' })
  id: string;

  @Kept('technical', outbox, untilEntered)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'log_outbox_pk' })
  dyadId: string;

  @Kept('technical', outbox, untilEntered)
  @Column('uuid')
  subjectId: string;

  @Kept('public', outbox, untilEntered)
  @Column('text')
  kind: string;

  @Kept('public', outbox, untilEntered)
  @Column('date')
  day: string;

  @Kept('public', outbox, untilEntered)
  @Column('jsonb')
  author: unknown;

  @Kept('public', outbox, untilEntered)
  @Column('jsonb')
  about: unknown;
}

@Entity()
export class LogEntry {
  @Kept('public', log, 'permanent')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'log_entry_pk' })
  dyadId: string;

  @Kept('public', log, 'permanent')
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'log_entry_pk' })
  idx: number;

  @Kept('public', log, 'permanent')
  @Column('bytea')
  leaf: Buffer;

  @Kept('public', log, 'permanent')
  @Column('bytea')
  record: Buffer;
}

@Entity()
export class LogTile {
  @Kept('public', log, 'permanent')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'log_tile_pk' })
  dyadId: string;

  @Kept('public', log, 'permanent')
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'log_tile_pk' })
  level: number;

  @Kept('public', log, 'permanent')
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'log_tile_pk' })
  idx: number;

  @Kept('public', log, 'permanent')
  @Column('bytea')
  data: Buffer;
}

@Entity()
export class LogCheckpoint {
  @Kept('public', log, 'permanent')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'log_checkpoint_pk' })
  dyadId: string;

  @Kept('public', log, 'permanent')
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'log_checkpoint_pk' })
  size: number;

  @Kept('public', log, 'permanent')
  @Column('bytea')
  root: Buffer;

  @Kept('public', log, 'permanent')
  @Column('text')
  note: string;
}

@Entity()
export class LogCosignature {
  @Kept('public', witnessed, 'permanent')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'log_cosignature_pk' })
  dyadId: string;

  @Kept('public', witnessed, 'permanent')
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'log_cosignature_pk' })
  size: number;

  @Kept('public', witnessed, 'permanent')
  @PrimaryColumn('text', { primaryKeyConstraintName: 'log_cosignature_pk' })
  witness: string;

  @Kept('public', witnessed, 'permanent')
  @PrimaryColumn('text', { primaryKeyConstraintName: 'log_cosignature_pk' })
  line: string;

  @Kept('public', witnessed, 'permanent')
  @Column('timestamptz')
  signedAt: Date;
}

@Entity()
export class LogWitness {
  @Kept('technical', witnessed, 'permanent')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'log_witness_pk' })
  dyadId: string;

  @Kept('public', witnessed, 'permanent')
  @PrimaryColumn('text', { primaryKeyConstraintName: 'log_witness_pk' })
  verifierKey: string;

  @Kept('public', witnessed, 'permanent')
  @Column('text')
  side: string;

  @Kept('public', witnessed, 'permanent')
  @Column('jsonb')
  name: unknown;

  @Kept('public', witnessed, 'permanent')
  @Column('text', { nullable: true })
  url: string | null;

  @Kept('public', witnessed, 'permanent')
  @Column('date')
  since: string;

  @Kept('public', witnessed, 'permanent')
  @Column('date', { nullable: true })
  removedOn: string | null;
}

@Entity()
export class LogDisclosureKey {
  @Kept('technical', told, erasable)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'log_disclosure_key_pk' })
  id: string;

  @Kept('technical', told, erasable)
  @Column('uuid')
  dyadId: string;

  @Kept('public', told, erasable)
  @Column('bytea')
  leaf: Buffer;

  @Kept('secret', told, erasable)
  @Column('bytea', { nullable: true })
  wrapped: Buffer | null;

  @Kept('public', told, erasable)
  @Column('date', { nullable: true })
  destroyedOn: string | null;
}

@Entity()
export class LogDisclosure {
  @Kept('public', told, erasable)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'log_disclosure_pk' })
  dyadId: string;

  @Kept('public', told, erasable)
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'log_disclosure_pk' })
  leaf: Buffer;

  @Kept('public', told, erasable)
  @PrimaryColumn('text', { primaryKeyConstraintName: 'log_disclosure_pk' })
  digest: string;

  @Kept('public', told, erasable)
  @Column('text')
  path: string;

  @Kept('technical', told, erasable)
  @Column('uuid')
  keyId: string;

  @Kept('content', told, erasable)
  @Column('bytea', { nullable: true })
  box: Buffer | null;

  @Kept('public', told, erasable)
  @Column('text', { nullable: true })
  ground: string | null;

  @Kept('public', told, erasable)
  @Column('date', { nullable: true })
  erasedOn: string | null;
}
