import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { StatementRepository } from './reasons/statement.repository.js';

/** Erases what a statement of reasons says about somebody; that something was decided stays, as numbers and codes. */
@Injectable()
export class StatementErasure {
  constructor(private readonly statements: StatementRepository) {}

  /**
   * Destroys the words of the statement, and the salt: what the public record committed to is an unlinkable hash then.
   * @returns whether there is such a statement
   */
  erase(tx: Tx, statementId: string): Promise<boolean> {
    return this.statements.erase(tx, statementId);
  }
}
