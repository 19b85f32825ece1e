import { Injectable } from '@nestjs/common';
import { reasonVersionInForce } from '../../../../shared/moderation/reasons.js';
import type { SanctionEnd } from '../../../../shared/moderation/sanctions.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import { dayOf } from '../../../platform/clock/day.js';
import type { Tx } from '../../../platform/database/tx.js';
import { randomId } from '../../../platform/ids/ids.js';
import { CommitmentRepository } from '../fairness/commitment.repository.js';
import type { Item } from '../items/item.js';
import { ItemProvenance, type Provenance } from './item-provenance.js';
import { NoticeSignals } from './notice-signals.js';
import { restricts } from './restriction-of.js';
import type { DecidedOn, StoredStatement } from './statement.js';
import { StatementRepository } from './statement.repository.js';

/** Gives people the reasons of what was decided about them, and notes when it is over. */
@Injectable()
export class Statements {
  constructor(
    private readonly statements: StatementRepository,
    private readonly provenance: ItemProvenance,
    private readonly notices: NoticeSignals,
    private readonly commitments: CommitmentRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * To the author of the item and, where the words are no single person's, to all who have a hand in them. It is there with
   * the decision, and told in the moment of the commit. The public record commits to it once, with what the author reads.
   * @returns what the author reads
   */
  async give(tx: Tx, item: Item, decided: DecidedOn): Promise<StoredStatement> {
    const provenance = await this.provenance.of(tx, item);
    const own = this.statementFor(item.authorId, item, { ...decided, ...provenance });
    for (const memberId of await this.provenance.writersBeside(tx, item))
      await this.tell(tx, this.statementFor(memberId, item, { ...decided, ...provenance }));
    await this.tell(tx, own);
    if (restricts(own))
      await this.commitments.seal(tx, item.dyadId, own.id, await this.provenance.hashOfWords(tx, item, own));
    return own;
  }

  private async tell(tx: Tx, statement: StoredStatement): Promise<void> {
    await this.statements.add(tx, statement);
    await this.notices.changed(tx, statement, statement.id);
  }

  private statementFor(memberId: string, item: Item, decided: DecidedOn & Provenance): StoredStatement {
    return {
      ...decided,
      id: randomId(),
      dyadId: item.dyadId,
      memberId,
      itemId: item.id,
      revision: item.revision,
      reasonVersion: reasonVersionInForce,
      writtenOn: dayOf(item.submittedAt),
      readAt: null,
      endedAt: null,
      endedBy: null,
      isCommitted: false,
    };
  }

  /** What was decided about the words of an item does not hold any more. */
  async end(tx: Tx, item: Item, only: 'hold' | 'all', by: SanctionEnd): Promise<void> {
    const ended = await this.statements.endAbout(tx, item.id, only, by, this.clock.now());
    for (const one of ended) await this.notices.changed(tx, one, one.id);
  }
}
