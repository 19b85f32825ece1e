import { Injectable } from '@nestjs/common';
import { reasonVersionInForce } from '../../../../shared/moderation/reasons.js';
import type { SanctionEnd } from '../../../../shared/moderation/sanctions.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import { dayOf } from '../../../platform/clock/day.js';
import type { Tx } from '../../../platform/database/tx.js';
import { randomId } from '../../../platform/ids/ids.js';
import { CommitmentRepository } from '../fairness/commitment.repository.js';
import type { Item } from '../items/item.js';
import { ItemProvenance } from './item-provenance.js';
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

  /** To the author of the item; it is there with the decision, and told in the moment of the commit. */
  async give(tx: Tx, item: Item, decided: DecidedOn): Promise<StoredStatement> {
    const statement: StoredStatement = {
      ...decided,
      ...(await this.provenance.of(tx, item)),
      id: randomId(),
      dyadId: item.dyadId,
      memberId: item.authorId,
      itemId: item.id,
      revision: item.revision,
      reasonVersion: reasonVersionInForce,
      writtenOn: dayOf(item.submittedAt),
      readAt: null,
      endedAt: null,
      endedBy: null,
      isCommitted: false,
    };
    await this.statements.add(tx, statement);
    if (restricts(statement))
      await this.commitments.seal(
        tx,
        item.dyadId,
        statement.id,
        await this.provenance.hashOfWords(tx, item, statement),
      );
    await this.notices.changed(tx, statement, statement.id);
    return statement;
  }

  /** What was decided about the words of an item does not hold any more. */
  async end(tx: Tx, item: Item, only: 'hold' | 'all', by: SanctionEnd): Promise<void> {
    const ended = await this.statements.endAbout(tx, item.id, only, by, this.clock.now());
    for (const one of ended) await this.notices.changed(tx, one, one.id);
  }
}
