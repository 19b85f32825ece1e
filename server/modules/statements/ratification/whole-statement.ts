import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { canonicalStatementJson } from '../../../../shared/statements/canonical.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import { JudgedClauses } from '../judged-clauses.js';
import type { StatementRow } from '../statement.repository.js';

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
    private readonly clauses: JudgedClauses,
    private readonly dyads: DyadReader,
  ) {}

  async look(tx: Tx, { id, dyadId, title }: StatementRow): Promise<Whole> {
    const { languageOf } = await this.dyads.profile(tx, dyadId);
    const { clauses } = await this.clauses.now(tx, id, false);
    const canonical = canonicalStatementJson({ title, languages: languageOf, clauses });
    return {
      hash: createHash('sha256').update(canonical).digest('hex'),
      canonical,
      clauses: clauses.map((clause) => clause.id),
      isAligned: clauses.length > 0 && clauses.every(({ state }) => state === 'aligned'),
    };
  }
}
