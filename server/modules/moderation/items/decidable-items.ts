import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import type { DyadMember } from '../../../../shared/access/actor.js';
import { hasHandIn, type ContentKind } from '../../../../shared/moderation/content-kind.rules.js';
import type { Permit } from '../../../platform/access/permit.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Item } from './item.js';
import { ItemRepository } from './item.repository.js';

/** The actions that decide about an item; all of them ask whether it is the caller's own. */
export type DecidingAction =
  | 'desk.claim'
  | 'desk.approve'
  | 'desk.hold'
  | 'desk.release'
  | 'desk.return'
  | 'desk.propose'
  | 'desk.key'
  | 'desk.judge';

/** An item under the lock of a decision, with what else is open about its content. */
export interface LockedItem {
  readonly item: Item;
  readonly around: readonly Item[];
}

/** Locks items for decisions, and asks whether this moderator may decide about them. */
@Injectable()
export class DecidableItems {
  constructor(private readonly items: ItemRepository) {}

  /** An item as it stands, without a lock. @throws Failure `request.not_found`, `access.own_item` */
  async find(tx: Tx, permit: Permit, action: DecidingAction, id: string): Promise<Item> {
    const item = await this.items.find(tx, id);
    if (!item) throw new Failure('request.not_found');
    permit.require(action, { authorId: writerSeenBy(permit.member, item) });
    return item;
  }

  /** @throws Failure `request.not_found`, `access.own_item` */
  async lock(tx: Tx, permit: Permit, action: DecidingAction, id: string): Promise<LockedItem> {
    const seen = await this.find(tx, permit, action, id);
    const around = await this.items.lockOf(tx, seen.kind, seen.content);
    const item = around.find((one) => one.id === id);
    // What is not open any more was decided a moment ago.
    if (!item) throw new Failure('moderation.version_outdated');
    return { item, around };
  }

  /** The same for a card that was read; @throws Failure `moderation.version_outdated` when it is not what it was */
  async lockAt(tx: Tx, permit: Permit, action: DecidingAction, id: string, version: number): Promise<LockedItem> {
    const locked = await this.lock(tx, permit, action, id);
    if (locked.item.version !== version) throw new Failure('moderation.version_outdated');
    return locked;
  }

  /** The first submission of a piece of content. @throws Failure as `lock` */
  async lockContent(tx: Tx, permit: Permit, action: DecidingAction, kind: ContentKind, content: string): Promise<Item> {
    const [item] = await this.items.lockOf(tx, kind, content);
    if (!item) throw new Failure('request.not_found');
    permit.require(action, { authorId: writerSeenBy(permit.member, item) });
    return item;
  }
}

/** Who wrote it: for whoever has a hand in it themselves, they did. */
export const writerSeenBy = (member: DyadMember, item: Item): string =>
  hasHandIn(item, member) ? member.memberId : item.authorId;
