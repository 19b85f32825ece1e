import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import type { AnswerOf, InputOf } from '../../../shared/contract/contract.js';
import type { readDesk } from '../../../shared/moderation/desk.contract.js';
import type { DeskContext, DeskItem } from '../../../shared/moderation/desk.schema.js';
import type { ItemState } from '../../../shared/moderation/moderation.lifecycle.js';
import { MemberReader } from '../dyads/member.reader.js';
import type { Tx } from '../../platform/database/tx.js';
import { StreamHistory } from '../../platform/events/stream-history.js';
import { deskView } from './desk.view.js';
import { ModeratedContents } from './moderated-content.port.js';
import { ModerationEventRepository } from './moderation-event.repository.js';
import type { Item } from './moderation-item.js';
import { ModerationItemRepository } from './moderation-item.repository.js';

const queues: Record<'pending' | 'held' | 'returned', readonly ItemState[]> = {
  pending: ['pending', 'in_review'],
  held: ['held'],
  returned: ['returned'],
};

/** Reads the desk: the same list, in the same order, for moderators of both sides. */
@Injectable()
export class DeskReader {
  constructor(
    private readonly items: ModerationItemRepository,
    private readonly events: ModerationEventRepository,
    private readonly contents: ModeratedContents,
    private readonly members: MemberReader,
    private readonly history: StreamHistory,
  ) {}

  async page(tx: Tx, dyadId: string, query: InputOf<typeof readDesk>['query']): Promise<AnswerOf<typeof readDesk>> {
    const stream = `desk:${dyadId}`;
    const seq = await this.history.newest(tx, stream);
    const counts = await this.items.counts(tx, dyadId);
    const found = await this.items.page(tx, dyadId, {
      state: queues[query.queue],
      after: query.after,
      limit: query.limit + 1,
    });
    const items = await this.cards(tx, found.slice(0, query.limit));
    return { items, counts, hasMore: found.length > query.limit, seq, stream };
  }

  /** @throws Failure `request.not_found` for an item that is not there, or was taken back by its author. */
  async find(tx: Tx, id: string): Promise<DeskItem> {
    return this.card(tx, await this.present(tx, id));
  }

  /** @throws Failure `request.not_found` as for the item itself */
  async context(tx: Tx, id: string): Promise<DeskContext> {
    return this.contents.of('post').surroundings(tx, await this.present(tx, id));
  }

  async card(tx: Tx, item: Item): Promise<DeskItem> {
    const [card] = await this.cards(tx, [item]);
    if (!card) throw new Failure('request.not_found');
    return card;
  }

  private async present(tx: Tx, id: string): Promise<Item> {
    const item = await this.items.find(tx, id);
    if (!item || item.state === 'withdrawn') throw new Failure('request.not_found');
    return item;
  }

  private async cards(tx: Tx, items: readonly Item[]): Promise<DeskItem[]> {
    if (items.length === 0) return [];
    const history = await this.events.history(
      tx,
      items.map((item) => item.id),
    );
    const authors = await this.members.views(
      tx,
      items.map((item) => item.authorId),
    );
    const contents = await this.contents.of('post').describe(tx, items);
    return items.flatMap((item) => {
      const author = authors.get(item.authorId);
      const content = contents.get(item.id);
      if (!author || !content) return [];
      return [
        deskView(
          item,
          author,
          content,
          history.filter((event) => event.itemId === item.id),
        ),
      ];
    });
  }
}
