import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import type { Tx } from '../../platform/database/tx.js';
import { DeadlineWorker } from './deadlines/deadline-worker.js';
import { ItemDecisions, type Judge, type Why } from './desk/item-decisions.js';
import type { LockedItem } from './items/decidable-items.js';
import type { Item } from './items/item.js';
import { ItemRepository } from './items/item.repository.js';
import { LookWorker } from './looks/look-worker.js';

/**
 * The desk without a browser, inside a transaction: for the demonstration dyads. Every step is the one that moderators take,
 * but for what the policy table says and for the card that they would read.
 */
@Injectable()
export class Desk {
  constructor(
    private readonly items: ItemRepository,
    private readonly decisions: ItemDecisions,
    private readonly looks: LookWorker,
    private readonly deadlines: DeadlineWorker,
  ) {}

  /** The card that there is of a post, as far as one has to name it. @throws Failure `request.not_found` */
  async cardOf(tx: Tx, post: string): Promise<Pick<Item, 'id' | 'version'>> {
    const [item] = await this.items.of(tx, 'post', post);
    if (!item) throw new Failure('request.not_found');
    return item;
  }

  /** Publishes a post that waits, or says that a reported one may stay. @throws Failure as for a moderator */
  async approve(tx: Tx, judge: Judge, post: string): Promise<void> {
    await this.decisions.approve(tx, judge, await this.lock(tx, judge, post));
  }

  /** Gives a post that waits back to its author. @throws Failure as for a moderator */
  async giveBack(tx: Tx, judge: Judge, post: string, why: Why): Promise<void> {
    const { item } = await this.lock(tx, judge, post);
    await this.decisions.giveBack(tx, judge, item, why);
  }

  /** Holds a post for a day. @throws Failure as for a moderator */
  async hold(tx: Tx, judge: Judge, post: string, why: Why): Promise<void> {
    const { item } = await this.lock(tx, judge, post);
    await this.decisions.hold(tx, judge, item, why);
  }

  /** Looks at what was written, and does what is due by now. */
  async timePasses(): Promise<void> {
    await this.looks.idle();
    await this.deadlines.idle();
  }

  private async lock(tx: Tx, { memberId }: Judge, post: string): Promise<LockedItem> {
    const around = await this.items.lockOf(tx, 'post', post);
    const [item] = around;
    if (!item) throw new Failure('request.not_found');
    if (item.authorId === memberId) throw new Failure('access.own_item');
    return { item, around };
  }
}
