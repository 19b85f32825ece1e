import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { Documents } from '../documents/documents.port.js';
import { judge, type JudgedClause } from './clause-keys.js';
import { readClauses } from './statement-document.js';
import { StatementRepository } from './statement.repository.js';

/** The clauses of a statement as they are in the document, each with how far it is. */
@Injectable()
export class JudgedClauses {
  constructor(
    private readonly statements: StatementRepository,
    private readonly documents: Documents,
  ) {}

  /** @returns the clauses in their order, and the number of the newest update that is in them */
  async now(tx: Tx, statement: string, isFrozen: boolean): Promise<{ clauses: JudgedClause[]; seq: number }> {
    const { seen, end } = await this.documents.look(statement, readClauses);
    const keys = await this.statements.keys(tx, statement);
    return { clauses: seen.map((clause) => judge(clause, keys, isFrozen)), seq: end.seq };
  }
}
