import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { GlossaryFileReport, ImportedChange } from '../../../../shared/translation/glossary-files.schema.js';
import { Kept } from '../../../platform/database/columns.js';

const deciding = 'have stewards of both sides decide about the entries of a file';
const life = 'permanent when it was proposed, else 7 days';

/** A file of a glossary as it was read, beside the glossary of that moment. */
@Entity()
@Index('glossary_import_waiting', ['readAt'], { where: 'proposed_at is null' })
export class GlossaryImport {
  @Kept('technical', deciding, life)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'glossary_import_pk' })
  id: string;

  @Kept('technical', deciding, life)
  @Column('uuid')
  dyadId: string;

  @Kept('content', deciding, life)
  @Column('text')
  fileName: string;

  @Kept('content', deciding, life)
  @Column('jsonb')
  report: GlossaryFileReport;

  @Kept('content', deciding, life)
  @Column('jsonb')
  changes: ImportedChange[];

  @Kept('technical', 'know that both sides agreed on the same', life)
  @Column('text')
  hash: string;

  @Kept('technical', 'forget what nobody proposed', life)
  @Column('timestamptz')
  readAt: Date;

  @Kept('technical', 'forget what nobody proposed', life)
  @Column('timestamptz', { nullable: true })
  proposedAt: Date | null;
}
