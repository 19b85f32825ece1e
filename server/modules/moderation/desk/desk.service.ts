import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import type { InputOf } from '../../../shared/contract/contract.js';
import type { approveItem, holdItem, holdPost, returnItem } from '../../../shared/moderation/desk.contract.js';
import type { DeskItem } from '../../../shared/moderation/desk.schema.js';
import type { Permit } from '../../platform/access/permit.js';
import type { Tx } from '../../platform/database/tx.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DeskReader } from './desk.query.js';
import { actorOf, ItemSteps, type Step } from './item-steps.service.js';
import { ModeratedContents } from './moderated-content.port.js';
import type { Item } from './moderation-item.js';
import { ModerationItemRepository } from './moderation-item.repository.js';

type Decision = 'desk.approve' | 'desk.hold' | 'desk.return';

/** The decisions that one key is enough for: publish, hold for a day, give back to the author. */
@Injectable()
export class DeskService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly items: ModerationItemRepository,
    private readonly steps: ItemSteps,
    private readonly contents: ModeratedContents,
    private readonly desk: DeskReader,
  ) {}

  approve({ params, body, idempotency }: InputOf<typeof approveItem>, permit: Permit): Promise<DeskItem> {
    return this.unitOfWork.once(scopeOf(permit), permit, idempotency, async (tx) => {
      const { item, around } = await this.lockForDecision(tx, permit, 'desk.approve', params.item, body.version);
      const wasHeld = item.state === 'held';
      const wasPending = item.state === 'pending';
      const moved = await this.decide(tx, permit, item, { event: 'approve' });
      const content = this.contents.of(item.kind);
      if (wasHeld) await content.restore(tx, moved);
      else if (moved.state === 'merged') await this.merge(tx, moved, around);
      else if (wasPending) await content.publish(tx, moved);
      return this.desk.card(tx, moved);
    });
  }

  hold({ params, body, idempotency }: InputOf<typeof holdItem>, permit: Permit): Promise<DeskItem> {
    return this.unitOfWork.once(scopeOf(permit), permit, idempotency, async (tx) => {
      const { item } = await this.lockForDecision(tx, permit, 'desk.hold', params.item, body.version);
      return this.holdLocked(tx, permit, item, body);
    });
  }

  holdPost({ params, body, idempotency }: InputOf<typeof holdPost>, permit: Permit): Promise<DeskItem> {
    return this.unitOfWork.once(scopeOf(permit), permit, idempotency, async (tx) => {
      const [item] = await this.items.lockOf(tx, 'post', params.post);
      if (!item || item.state === 'pending' || item.state === 'withdrawn') throw new Failure('request.not_found');
      permit.require('desk.hold', { authorId: item.authorId });
      return this.holdLocked(tx, permit, item, body);
    });
  }

  giveBack({ params, body, idempotency }: InputOf<typeof returnItem>, permit: Permit): Promise<DeskItem> {
    return this.unitOfWork.once(scopeOf(permit), permit, idempotency, async (tx) => {
      const { item } = await this.lockForDecision(tx, permit, 'desk.return', params.item, body.version);
      const moved = await this.decide(tx, permit, item, { event: 'return', reason: body.reason, note: body.note });
      await this.contents.of(item.kind).giveBack(tx, moved);
      return this.desk.card(tx, moved);
    });
  }

  private async holdLocked(tx: Tx, permit: Permit, item: Item, why: Pick<Step, 'reason' | 'note'>): Promise<DeskItem> {
    const { reason, note } = why;
    const moved = await this.decide(tx, permit, item, {
      event: 'hold',
      ...(reason && { reason }),
      ...(note && { note }),
    });
    await this.contents.of(item.kind).hold(tx, moved);
    return this.desk.card(tx, moved);
  }

  private decide(tx: Tx, permit: Permit, item: Item, step: Step): Promise<Item> {
    return this.steps.take(tx, item, {
      ...step,
      actor: actorOf(permit.member),
      circumstances: { mode: 'pre', approvedBefore: 0, amends: item.amends },
    });
  }

  /** The approved revision becomes what the post's own item is about. */
  private async merge(tx: Tx, amendment: Item, [first]: readonly Item[]): Promise<void> {
    if (first) await this.items.save(tx, { ...first, revision: amendment.revision, version: first.version + 1 }, null);
    await this.contents.of(amendment.kind).amend(tx, amendment);
  }

  /** Locks the item together with what else is open about its content, and asks whether this moderator may decide. */
  private async lockForDecision(tx: Tx, permit: Permit, decision: Decision, id: string, version: number) {
    const seen = await this.items.find(tx, id);
    if (!seen) throw new Failure('request.not_found');
    permit.require(decision, { authorId: seen.authorId });
    const around = await this.items.lockOf(tx, seen.kind, seen.content);
    const item = around.find((one) => one.id === id);
    if (item?.version !== version) throw new Failure('moderation.version_outdated');
    return { item, around };
  }
}

const scopeOf = (permit: Permit): { dyadId: string } => ({ dyadId: permit.member.dyadId });
