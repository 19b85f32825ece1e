import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const recalling = 'translate what was translated before as it was translated then';
const origin = 'say where an entry of the memory comes from';
const kept = 'as long as the translation or the file it comes from';

/** A file whose entries somebody brought into the memory. */
@Entity()
export class MemoryImport {
  @Kept('technical', origin, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'memory_import_pk' })
  id: string;

  @Kept('technical', origin, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('technical', origin, kept)
  @Column('text')
  format: string;

  @Kept('content', origin, kept)
  @Column('text')
  fileName: string;

  @Kept('technical', 'show readers only what people translated', kept)
  @Column('boolean')
  byPeople: boolean;

  @Kept('personal', origin, kept)
  @Column('uuid', { nullable: true })
  importedBy: string | null;

  @Kept('technical', origin, kept)
  @Column('timestamptz')
  at: Date;
}

/** A sentence or paragraph with its translation. */
@Entity()
export class MemoryEntry {
  @Kept('technical', recalling, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'memory_entry_pk' })
  id: string;

  @Kept('technical', recalling, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('content', recalling, kept)
  @Column('text')
  sourceLanguage: string;

  @Kept('content', recalling, kept)
  @Column('text')
  targetLanguage: string;

  @Kept('special', recalling, kept)
  @Column('text')
  source: string;

  @Kept('special', recalling, kept)
  @Column('text')
  target: string;

  @Kept('special', 'find sentences like one', kept)
  @Column('text')
  signs: string;

  @Kept('special', 'find the same words again', kept)
  @Column('bytea')
  sourceHash: Buffer;

  @Kept('special', 'know an entry that a file brings twice', kept)
  @Column('bytea')
  targetHash: Buffer;

  @Kept('special', 'know the same words between the same neighbours', kept)
  @Column('bytea', { nullable: true })
  contextHash: Buffer | null;

  @Kept('technical', origin, kept)
  @Column('uuid', { nullable: true })
  translationId: string | null;

  @Kept('technical', origin, kept)
  @Column('uuid', { nullable: true })
  importId: string | null;

  @Kept('technical', 'show readers only what people translated', kept)
  @Column('boolean')
  byPeople: boolean;

  @Kept('personal', 'know that both sides agree on it', kept)
  @Column('uuid', { nullable: true })
  confirmedA: string | null;

  @Kept('personal', 'know that both sides agree on it', kept)
  @Column('uuid', { nullable: true })
  confirmedB: string | null;

  @Kept('content', 'give back to other programs what they said about it', kept)
  @Column('jsonb')
  unit: object;

  @Kept('content', 'know an entry that a file brings twice', kept)
  @Column('text')
  unitName: string;

  @Kept('content', origin, kept)
  @Column('timestamptz')
  at: Date;
}
