import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { Item, NewEvent } from './item.js';

/** A step that an item has taken: what happened, and the item before and after it. */
export interface TakenStep {
  readonly event: NewEvent;
  readonly before: Item | undefined;
  readonly after: Item;
}

/** What follows from a step for something that belongs to an item; in the transaction of the step, after it is kept. */
export type FollowStep = (tx: Tx, step: TakenStep) => Promise<void>;

/** Parts of moderation that keep something beside items, and bring it into line whenever an item moves. */
@Injectable()
export class StepFollowers {
  private readonly followers = new Map<string, FollowStep>();

  register(name: string, follow: FollowStep): void {
    if (this.followers.has(name)) throw new Error(`Two followers of items are called ${name}`);
    this.followers.set(name, follow);
  }

  async follow(tx: Tx, step: TakenStep): Promise<void> {
    for (const follow of this.followers.values()) await follow(tx, step);
  }
}
