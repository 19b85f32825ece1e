import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import type { Tx } from '../../../platform/database/tx.js';
import { ItemRepository } from '../items/item.repository.js';
import { ModeratedContents } from '../moderated-content.port.js';
import type { Judged } from './judged.js';

/** Looks up the words that a decision was about, for somebody who is told of it. */
@Injectable()
export class JudgedWords {
  constructor(
    private readonly items: ItemRepository,
    private readonly contents: ModeratedContents,
  ) {}

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
    const place = card && (await owner.placeFor?.(tx, member, item, card));
    return { about: kind, content, card: card && { ...card, ...place } };
  }
}
