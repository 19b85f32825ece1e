import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import type { ReasonCode } from '../../../../shared/moderation/reasons.js';
import type { Withholding } from '../../../../shared/statements/statement.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import { StatementRepository, type StatementRow } from '../statement.repository.js';
import { VisibilityNews } from '../visibility/visibility-news.js';

/** A statement of a dyad. */
interface Named {
  readonly dyadId: string;
  readonly content: string;
}

/**
 * Keeps drafts from their readers, and gives them back: pages, documents and streams that are open are asked about again,
 * so that nobody keeps what they may not read, and nobody goes on writing in it.
 */
@Injectable()
export class StatementWithholding {
  constructor(
    private readonly statements: StatementRepository,
    private readonly news: VisibilityNews,
  ) {}

  /** @throws Failure `statement.fixed` when both sides have frozen it */
  hold(tx: Tx, statement: Named): Promise<void> {
    return this.become(tx, statement, 'held', null);
  }

  /** @throws Failure `statement.fixed` when both sides have frozen it */
  remove(tx: Tx, statement: Named, reason: ReasonCode): Promise<void> {
    return this.become(tx, statement, 'removed', reason);
  }

  /** Changes nothing where readers have it. */
  restore(tx: Tx, statement: Named): Promise<void> {
    return this.become(tx, statement, null, null);
  }

  /**
   * Keeps it as it is while moderators decide, so that they decide about what they read; or lets it be written in again.
   * @throws Failure `statement.fixed` when both sides have frozen it
   */
  async keepStill(tx: Tx, { dyadId, content }: Named, isStill: boolean): Promise<void> {
    const row = await this.locked(tx, dyadId, content);
    if (row.still === isStill) return;
    if (isStill && row.state !== 'drafting') throw new Failure('statement.fixed');
    await this.statements.keepStill(tx, content, isStill);
    await this.news.tell(tx, dyadId, content, true);
  }

  private async become(
    tx: Tx,
    { dyadId, content }: Named,
    withheld: Withholding | null,
    reason: ReasonCode | null,
  ): Promise<void> {
    const row = await this.locked(tx, dyadId, content);
    if (row.withheld === withheld) return;
    if (withheld !== null && row.state !== 'drafting') throw new Failure('statement.fixed');
    await this.statements.withhold(tx, content, withheld, reason);
    await this.news.tell(tx, dyadId, content, true);
  }

  private async locked(tx: Tx, dyadId: string, id: string): Promise<StatementRow> {
    const row = await this.statements.lock(tx, dyadId, id);
    if (!row) throw new Error('A moderated statement is not there');
    return row;
  }
}
