import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../platform/database/columns.js';

const purpose = 'a record that anybody can read and nobody can rewrite';

@Entity()
export class RecordEntry {
  @Kept('public', purpose, 'permanent')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'record_entry_pk' })
  dyadId: string;

  @Kept('public', purpose, 'permanent')
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'record_entry_pk' })
  seq: number;

  @Kept('public', purpose, 'permanent')
  @Column('text')
  kind: string;

  @Kept('public', purpose, 'permanent')
  @Column('date')
  day: string;

  @Kept('public', purpose, 'permanent, but for texts that must go')
  @Column('jsonb')
  about: unknown;

  @Kept('technical', 'find the entries of a thing', 'permanent')
  @Column('uuid', { nullable: true })
  subjectId: string | null;

  @Kept('public', purpose, 'permanent')
  @Column('integer', { nullable: true })
  rev: number | null;
}
