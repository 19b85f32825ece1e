import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import type { DeskList } from '../../../../shared/moderation/desk.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Item } from '../items/item.js';
import { ItemRepository, type QueuePlace } from '../items/item.repository.js';
import { OwnKeyRepository } from './own-keys.repository.js';

/** What is asked of a list: from which place on, and how many. */
export interface ListPage {
  readonly queue: DeskList;
  readonly after: string | undefined;
  readonly limit: number;
}

/** A page of a list, and the place from which the next one goes on. */
export interface ListedItems {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** The lists of the desk. Each but that of one's own keys is the same for everybody, in the same order. */
@Injectable()
export class DeskLists {
  constructor(
    private readonly items: ItemRepository,
    private readonly keys: OwnKeyRepository,
    private readonly clock: Clock,
  ) {}

  async page(tx: Tx, member: DyadMember, { queue, after, limit }: ListPage): Promise<ListedItems> {
    const page = { after: after === undefined ? undefined : placeOf(after), limit: limit + 1 };
    const found =
      queue === 'mine'
        ? await this.items.inOrder(tx, await this.keys.items(tx, member, { ...page, now: this.clock.now() }))
        : await this.items.page(tx, member.dyadId, { ...page, queue });
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return { items, next: found.length > limit && last ? writtenPlace(last) : null };
  }

  async counts(tx: Tx, member: DyadMember): Promise<Record<DeskList, number>> {
    const counts = await this.items.counts(tx, member.dyadId);
    return { ...counts, mine: await this.keys.count(tx, member, this.clock.now()) };
  }
}

const writtenPlace = ({ turnAt, id }: QueuePlace): string => `${turnAt.getTime()}.${id}`;

function placeOf(written: string): QueuePlace {
  const [milliseconds = '', id = ''] = written.split('.');
  return { turnAt: new Date(Number(milliseconds)), id };
}
