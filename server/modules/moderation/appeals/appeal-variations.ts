import { Injectable } from '@nestjs/common';
import { sortedJson } from '../../../../shared/contract/sorted-json.js';
import { Failure } from '../../../../shared/contract/failure.js';
import { isMilder } from '../../../../shared/moderation/appeal.rules.js';
import { fitsKind } from '../../../../shared/moderation/content-kind.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Item } from '../items/item.js';
import { ModeratedContents } from '../moderated-content.port.js';
import type { StoredAppeal } from './appeal.js';
import { AppealedDecisions } from './appealed-decisions.js';
import type { AppealSeat, SaidOnAppeal } from './appeal-verdict.repository.js';

/** Holds what a seat would leave of a decision against the decision, the words, and what others would leave. */
@Injectable()
export class AppealVariations {
  constructor(
    private readonly decisions: AppealedDecisions,
    private readonly contents: ModeratedContents,
  ) {}

  /**
   * A variation goes with that verdict alone; it is part of the decision, and the same as another seat's.
   * @throws Failure `appeal.variation_unfit`, `moderation.measure_unfit`, `moderation.passage_missing`
   */
  async require(
    tx: Tx,
    item: Item,
    appeal: StoredAppeal,
    { verdict, variation }: SaidOnAppeal,
    seats: readonly AppealSeat[],
  ): Promise<void> {
    if ((verdict === 'vary') !== (variation !== null)) throw new Failure('appeal.variation_unfit');
    if (variation === null) return;
    const decided = await this.decisions.of(tx, appeal);
    const passagesFit = (variation.measure === 'redact') === variation.passages.length > 0;
    if (!fitsKind(item.kind, variation)) throw new Failure('moderation.measure_unfit');
    if (!decided || !passagesFit || !isMilder(variation, decided.action)) throw new Failure('appeal.variation_unfit');
    const others = seats.flatMap((seat) => seat.variation ?? []);
    if (others.some((other) => sortedJson(other) !== sortedJson(variation)))
      throw new Failure('appeal.variation_unfit');
    if (
      variation.passages.length > 0 &&
      !(await this.contents.written(item.kind).contains(tx, item, variation.passages))
    )
      throw new Failure('moderation.passage_missing');
  }
}
