import { Injectable } from '@nestjs/common';
import type { ReasonCode } from '../../../../shared/moderation/reasons.js';
import type { Tx } from '../../../platform/database/tx.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import type { Item } from '../items/item.js';
import { ItemEventRepository } from '../items/item-event.repository.js';

/** Why something is held, and by which rules that would be judged now. */
@Injectable()
export class HoldReasons {
  constructor(
    private readonly events: ItemEventRepository,
    private readonly dyads: DyadReader,
  ) {}

  async of(tx: Tx, item: Item): Promise<{ readonly reason: ReasonCode; readonly policyVersion: number }> {
    const reason = await this.events.reasonOf(tx, item.id, 'hold');
    if (!reason) throw new Error('A hold without a reason');
    const { charterVersion } = await this.dyads.profile(tx, item.dyadId);
    return { reason, policyVersion: charterVersion };
  }
}
