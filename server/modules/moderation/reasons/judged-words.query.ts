import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import type { ContentKind } from '../../../../shared/moderation/content-kind.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import { ItemRepository } from '../items/item.repository.js';
import { ModeratedContents, type ContentCard } from '../moderated-content.port.js';

/** What a decision was about, and its words as they were then; without these where they are not there any more. */
export interface Judged {
  readonly about: ContentKind;
  readonly content: string;
  readonly card: ContentCard | undefined;
}

/** Looks up the words that a decision was about, for somebody who is told of it. */
@Injectable()
export class JudgedWords {
  constructor(
    private readonly items: ItemRepository,
    private readonly contents: ModeratedContents,
  ) {}

  /** Where they stand is said only to who may read there now: that it is called something may be all that is hidden. */
  async of(
    tx: Tx,
    member: DyadMember,
    { itemId, revision }: { readonly itemId: string; readonly revision?: number },
  ): Promise<Judged> {
    const item = await this.items.find(tx, itemId);
    if (!item) throw new Error('An item that was decided about is not there');
    const { kind, content } = item;
    const judged = { ...item, revision: revision ?? item.revision };
    const owner = this.contents.of(kind);
    const card = (await owner.describe(tx, [judged])).get(item.id);
    const isReadable = (await owner.readsPlace?.(tx, member, item)) ?? true;
    const place = isReadable ? {} : { thread: null, threadTitle: null, topicTitle: null };
    return { about: kind, content, card: card && { ...card, ...place } };
  }
}
