import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type { AnswerOf, InputOf } from '../../../../shared/contract/contract.js';
import type { readDesk } from '../../../../shared/moderation/desk.contract.js';
import type { DeskContext, DeskItem } from '../../../../shared/moderation/desk.schema.js';
import type { Tx } from '../../../platform/database/tx.js';
import { StreamHistory } from '../../../platform/events/stream-history.js';
import type { Item } from '../items/item.js';
import { ItemRepository } from '../items/item.repository.js';
import { ModeratedContents } from '../moderated-content.port.js';
import { DeskCards } from './desk-cards.query.js';
import { DeskLists } from './desk-lists.query.js';

/** Reads the desk: the same list, in the same order, for moderators of both sides. */
@Injectable()
export class DeskReader {
  constructor(
    private readonly lists: DeskLists,
    private readonly items: ItemRepository,
    private readonly cards: DeskCards,
    private readonly contents: ModeratedContents,
    private readonly history: StreamHistory,
  ) {}

  async page(
    tx: Tx,
    member: DyadMember,
    { queue, after, limit }: InputOf<typeof readDesk>['query'],
  ): Promise<AnswerOf<typeof readDesk>> {
    const stream = `desk:${member.dyadId}`;
    const seq = await this.history.newest(tx, stream);
    const counts = await this.lists.counts(tx, member);
    const { items, next } = await this.lists.page(tx, member, { queue, after, limit });
    return { items: await this.cards.of(tx, items), counts, next, seq, stream };
  }

  /** @throws Failure `request.not_found` for an item that is not there, or was taken back by its author. */
  async find(tx: Tx, id: string): Promise<DeskItem> {
    return this.cards.one(tx, await this.present(tx, id));
  }

  /** @throws Failure `request.not_found` as for the item itself */
  async context(tx: Tx, id: string): Promise<DeskContext> {
    const item = await this.present(tx, id);
    return this.contents.of(item.kind).surroundings(tx, item);
  }

  private async present(tx: Tx, id: string): Promise<Item> {
    const item = await this.items.find(tx, id);
    if (!item || item.state === 'withdrawn') throw new Failure('request.not_found');
    return item;
  }
}
