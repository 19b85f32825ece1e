import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { canonicalStatementJson } from '../../../../shared/statements/canonical.rules.js';
import type { VersionKind } from '../../../../shared/statements/version.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { timeOrderedId } from '../../../platform/ids/ids.js';
import { Documents } from '../../documents/documents.port.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import { hashOfClause } from '../clause-keys.js';
import { readClauses } from '../statement-document.js';
import { StatementRepository, type StatementRow } from '../statement.repository.js';
import { VersionRepository, type VersionRow } from './version.repository.js';

/** What is to be kept, by whom and why. */
export interface Keeping {
  readonly statement: Pick<StatementRow, 'id' | 'dyadId'>;
  readonly memberId: string;
  readonly kind: VersionKind;
  /** In one language: a name is what its giver calls it, and nothing that both sides say. */
  readonly name?: { readonly text: string; readonly language: string } | undefined;
}

/** Keeps what a statement says, as a version that is never rewritten. */
@Injectable()
export class VersionKeeping {
  constructor(
    private readonly statements: StatementRepository,
    private readonly versions: VersionRepository,
    private readonly documents: Documents,
    private readonly dyads: DyadReader,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps what is committed at this moment. The row of the statement is locked until the transaction ends, so that what
   * is kept is what the caller goes on with; the caller asked the policy table.
   */
  async keep(tx: Tx, { statement, memberId, kind, name }: Keeping): Promise<VersionRow> {
    const { id, dyadId } = statement;
    const row = await this.statements.lock(tx, dyadId, id);
    if (!row) throw new Error('What is kept must be there');
    const { languageOf } = await this.dyads.profile(tx, dyadId);
    const { seen: clauses, end } = await this.documents.look(id, readClauses);
    const canonical = canonicalStatementJson({ title: row.title, languages: languageOf, clauses });
    const at = this.clock.now();
    return this.versions.add(tx, {
      id: timeOrderedId(at),
      dyadId,
      statementId: id,
      seq: end.seq,
      kind,
      name: name?.text ?? null,
      nameLanguage: name?.language ?? null,
      clauses: clauses.map((clause) => ({ id: clause.id, hash: hashOfClause(clause) })),
      canonical,
      hash: createHash('sha256').update(canonical).digest('hex'),
      memberId,
      at,
    });
  }
}
