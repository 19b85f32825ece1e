import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { canonicalStatementJson } from '../../../../shared/statements/canonical.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Documents } from '../../documents/documents.port.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import { judge } from '../clause-keys.js';
import { readClauses } from '../statement-document.js';
import { StatementRepository, type StatementRow } from '../statement.repository.js';

/** A statement as it is signed: everything in it, in one form. */
export interface Whole {
  /** SHA-256 of `canonical`, in hexadecimal. */
  readonly hash: string;
  /** The exact characters of `canonicalStatementJson`. */
  readonly canonical: string;
  readonly clauses: readonly string[];
  /** Both sides agreed to every clause, and confirmed that its texts say the same. */
  readonly isAligned: boolean;
}

/** What a statement says as a whole at this moment. */
@Injectable()
export class WholeStatement {
  constructor(
    private readonly statements: StatementRepository,
    private readonly documents: Documents,
    private readonly dyads: DyadReader,
  ) {}

  async look(tx: Tx, { id, dyadId, title }: StatementRow): Promise<Whole> {
    const { languageOf } = await this.dyads.profile(tx, dyadId);
    const { seen } = await this.documents.look(id, readClauses);
    const keys = await this.statements.keys(tx, id);
    const canonical = canonicalStatementJson({ title, languages: languageOf, clauses: seen });
    return {
      hash: createHash('sha256').update(canonical).digest('hex'),
      canonical,
      clauses: seen.map((clause) => clause.id),
      isAligned: seen.length > 0 && seen.every((clause) => judge(clause, keys, false).state === 'aligned'),
    };
  }
}
