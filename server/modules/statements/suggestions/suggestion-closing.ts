import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import { Failure } from '../../../../shared/contract/failure.js';
import { statementChanged } from '../../../../shared/statements/statement.signals.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Signals } from '../../../platform/events/signals.js';
import { Documents } from '../../documents/documents.port.js';
import { roleIn } from '../statement.reader.js';
import { StatementRepository, type StatementRow } from '../statement.repository.js';
import { SuggestionRepository, type Closing, type SuggestionRow } from './suggestion.repository.js';

/** Ends suggestions inside a transaction: each is decided once. */
@Injectable()
export class SuggestionClosing {
  constructor(
    private readonly statements: StatementRepository,
    private readonly suggestions: SuggestionRepository,
    private readonly documents: Documents,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** Keeps a suggestion and its statement from changing until the transaction ends. @throws Failure `request.not_found` */
  async lock(
    tx: Tx,
    place: { readonly statement: string; readonly suggestion: string },
    member: DyadMember,
  ): Promise<{ readonly statement: StatementRow; readonly row: SuggestionRow }> {
    const statement = await this.statements.lock(tx, member.dyadId, place.statement);
    if (!statement || roleIn(statement, member) === 'none') throw new Failure('request.not_found');
    const row = await this.suggestions.find(tx, place.suggestion);
    if (row?.statementId !== statement.id) throw new Failure('request.not_found');
    return { statement, row };
  }

  /** @throws Failure `suggestion.closed` */
  async close(tx: Tx, row: SuggestionRow, closing: Omit<Closing, 'at'>): Promise<void> {
    this.requireOpen(row);
    await this.suggestions.close(tx, row.id, { ...closing, at: this.now() });
    await this.documents.announceRights(tx, row.id);
    await this.tell(tx, row);
  }

  /** @throws Failure `suggestion.closed` */
  requireOpen({ state }: SuggestionRow): void {
    if (state !== 'open') throw new Failure('suggestion.closed');
  }

  /** Both sides' open pages learn that something about the statement is not what it was. */
  async tell(tx: Tx, { dyadId, statementId }: Pick<SuggestionRow, 'dyadId' | 'statementId'>): Promise<void> {
    await this.signals.append(tx, dyadId, `statement:${statementId}`, statementChanged, { statement: statementId });
  }
}
