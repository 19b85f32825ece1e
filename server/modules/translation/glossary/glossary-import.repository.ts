import { Injectable } from '@nestjs/common';
import type { GlossaryFileReport, ImportedChange } from '../../../../shared/translation/glossary-files.schema.js';
import type { Tx } from '../../../platform/database/tx.js';

/** A file as it was read. */
export interface GlossaryImportRow {
  readonly id: string;
  readonly fileName: string;
  readonly report: GlossaryFileReport;
  readonly changes: readonly ImportedChange[];
  readonly hash: string;
}

@Injectable()
export class GlossaryImportRepository {
  async add(tx: Tx, dyadId: string, row: GlossaryImportRow & { readonly at: Date }): Promise<void> {
    await tx.query(
      `insert into glossary_import (id, dyad_id, file_name, report, changes, hash, read_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [row.id, dyadId, row.fileName, JSON.stringify(row.report), JSON.stringify(row.changes), row.hash, row.at],
    );
  }

  byId(tx: Tx, dyadId: string, id: string): Promise<GlossaryImportRow | undefined> {
    return tx.one<GlossaryImportRow>(
      `select id, file_name as "fileName", report, changes, hash from glossary_import where dyad_id = $1 and id = $2`,
      [dyadId, id],
    );
  }

  /** Keeps a file for good: stewards decide about it. */
  async propose(tx: Tx, dyadId: string, id: string, at: Date): Promise<void> {
    await tx.query(
      `update glossary_import set proposed_at = coalesce(proposed_at, $3) where dyad_id = $1 and id = $2`,
      [dyadId, id, at],
    );
  }

  /** Forgets files that were read before a moment and that nobody proposed. @returns how many */
  async forget(tx: Tx, before: Date): Promise<number> {
    const gone = await tx.query(`delete from glossary_import where proposed_at is null and read_at < $1 returning id`, [
      before,
    ]);
    return gone.length;
  }
}
