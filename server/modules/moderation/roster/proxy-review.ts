import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import { Failure } from '../../../../shared/contract/failure.js';
import { keyWanted } from '../../../../shared/moderation/desk.signals.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Signals } from '../../../platform/events/signals.js';
import { DeadlineDuties } from '../deadlines/deadline.port.js';
import type { DueDeadline } from '../deadlines/deadline.repository.js';
import { KeyRepository } from '../decisions/key.repository.js';
import { payloadOf, type Proposal } from '../decisions/proposal.js';
import type { Item } from '../items/item.js';
import { ItemEventRepository } from '../items/item-event.repository.js';
import { actorOf, ItemSteps } from '../items/item-steps.service.js';

/** That a side looks at keys which neutrals gave for it, and is reminded when it does not. */
@Injectable()
export class ProxyReview implements OnModuleInit {
  constructor(
    private readonly keys: KeyRepository,
    private readonly events: ItemEventRepository,
    private readonly steps: ItemSteps,
    private readonly signals: Signals,
    private readonly duties: DeadlineDuties,
  ) {}

  onModuleInit(): void {
    this.duties.register('proxy_review', (tx, due) => this.remind(tx, due));
  }

  /**
   * Notes that a moderator of the side has looked at the key given for it.
   * @throws Failure `access.other_side` for a neutral, `moderation.proxy_not_possible` where no such key is open for review
   */
  async confirm(tx: Tx, member: DyadMember, item: Item, proposal: Proposal, note: string): Promise<Item> {
    const { side } = member;
    if (side === 'neutral') throw new Failure('access.other_side');
    if (!(await this.unreviewed(tx, proposal.id)).includes(side)) throw new Failure('moderation.proxy_not_possible');
    return this.steps.take(tx, item, {
      event: 'confirm',
      actor: actorOf(member),
      note,
      payload: { ...payloadOf(proposal), proxyFor: side },
    });
  }

  private async remind(tx: Tx, { dyadId, itemId, proposalId }: DueDeadline): Promise<void> {
    if (itemId === null || proposalId === null) return;
    const waiting = await this.unreviewed(tx, proposalId);
    if (waiting.length > 0)
      await this.signals.append(tx, dyadId, `desk:${dyadId}`, keyWanted, { item: itemId, why: 'proxy_review' });
  }

  private async unreviewed(tx: Tx, proposal: string): Promise<string[]> {
    const keys = await this.keys.of(tx, [proposal]);
    const reviewed = (await this.events.reviewsOf(tx, [proposal])).map(({ side }) => side);
    return keys.flatMap(({ proxyFor }) => (proxyFor === null || reviewed.includes(proxyFor) ? [] : [proxyFor]));
  }
}
