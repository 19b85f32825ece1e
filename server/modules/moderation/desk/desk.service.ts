import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import type { InputOf } from '../../../../shared/contract/contract.js';
import type { approveItem, holdItem, holdPost, returnItem } from '../../../../shared/moderation/desk.contract.js';
import type { DeskItem } from '../../../../shared/moderation/desk.schema.js';
import type { releaseItem } from '../../../../shared/moderation/proposal.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DecidableItems } from '../items/decidable-items.js';
import { DeskCards } from './desk-cards.query.js';
import { ItemDecisions } from './item-decisions.js';

/** The decisions that one key is enough for: publish, hold for a day and end that, give back to the author. */
@Injectable()
export class DeskService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly items: DecidableItems,
    private readonly decisions: ItemDecisions,
    private readonly cards: DeskCards,
  ) {}

  approve({ params, body, idempotency }: InputOf<typeof approveItem>, permit: Permit): Promise<DeskItem> {
    return this.unitOfWork.once(scopeOf(permit), permit, idempotency, async (tx) => {
      const locked = await this.items.lockAt(tx, permit, 'desk.approve', params.item, body.version);
      return this.cards.one(tx, await this.decisions.approve(tx, permit.member, locked));
    });
  }

  hold({ params, body, idempotency }: InputOf<typeof holdItem>, permit: Permit): Promise<DeskItem> {
    return this.unitOfWork.once(scopeOf(permit), permit, idempotency, async (tx) => {
      const { item } = await this.items.lockAt(tx, permit, 'desk.hold', params.item, body.version);
      return this.cards.one(tx, await this.decisions.hold(tx, permit.member, item, body));
    });
  }

  holdPost({ params, body, idempotency }: InputOf<typeof holdPost>, permit: Permit): Promise<DeskItem> {
    return this.unitOfWork.once(scopeOf(permit), permit, idempotency, async (tx) => {
      const item = await this.items.lockContent(tx, permit, 'desk.hold', 'post', params.post);
      if (item.state === 'pending' || item.state === 'withdrawn') throw new Failure('request.not_found');
      return this.cards.one(tx, await this.decisions.hold(tx, permit.member, item, body));
    });
  }

  /** @throws Failure `moderation.not_own_hold` for a hold of somebody else: it takes keys of both sides to end that. */
  release({ params, body, idempotency }: InputOf<typeof releaseItem>, permit: Permit): Promise<DeskItem> {
    return this.unitOfWork.once(scopeOf(permit), permit, idempotency, async (tx) => {
      const { item } = await this.items.lockAt(tx, permit, 'desk.release', params.item, body.version);
      return this.cards.one(tx, await this.decisions.release(tx, permit.member, item));
    });
  }

  giveBack({ params, body, idempotency }: InputOf<typeof returnItem>, permit: Permit): Promise<DeskItem> {
    return this.unitOfWork.once(scopeOf(permit), permit, idempotency, async (tx) => {
      const { item } = await this.items.lockAt(tx, permit, 'desk.return', params.item, body.version);
      return this.cards.one(tx, await this.decisions.giveBack(tx, permit.member, item, body));
    });
  }
}

const scopeOf = (permit: Permit): { dyadId: string } => ({ dyadId: permit.member.dyadId });
