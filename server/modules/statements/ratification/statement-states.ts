import { Injectable } from '@nestjs/common';
import type { StatementState } from '../../../../shared/statements/statement.rules.js';
import { statementChanged } from '../../../../shared/statements/statement.signals.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Signals } from '../../../platform/events/signals.js';
import { Documents } from '../../documents/documents.port.js';
import { StatementRepository } from '../statement.repository.js';

type Place = { readonly dyadId: string; readonly statementId: string };

/** What a statement becomes: its row, the rights in its document, and the word to everybody who has it open. */
@Injectable()
export class StatementStates {
  constructor(
    private readonly statements: StatementRepository,
    private readonly documents: Documents,
    private readonly signals: Signals,
  ) {}

  async become(tx: Tx, place: Place, state: StatementState): Promise<void> {
    await this.statements.become(tx, place.statementId, state);
    await this.documents.announceRights(tx, place.statementId);
    await this.tell(tx, place);
  }

  /** Says to everybody who has it open that something about it is not what it was. */
  async tell(tx: Tx, { dyadId, statementId }: Place): Promise<void> {
    await this.signals.append(tx, dyadId, `statement:${statementId}`, statementChanged, { statement: statementId });
  }
}
