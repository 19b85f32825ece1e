import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { Item, NewEvent } from './item.js';

/** A step that an item has just taken. */
export interface TakenStep {
  readonly event: NewEvent;
  /** Nothing at its beginning. */
  readonly before: Item | undefined;
  readonly after: Item;
}

/** Does what follows from a step for people, in its transaction, with the item and the chain of events locked. */
type Follower = (tx: Tx, step: TakenStep) => Promise<void>;

/** Whoever has to do with every step of an item, whoever takes it: moderators, authors, panels or time. */
@Injectable()
export class ItemNews {
  private readonly followers: Follower[] = [];

  onStep(follower: Follower): void {
    this.followers.push(follower);
  }

  async tell(tx: Tx, step: TakenStep): Promise<void> {
    for (const follower of this.followers) await follower(tx, step);
  }
}
