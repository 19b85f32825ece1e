import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { ItemRepository } from '../items/item.repository.js';
import { ModeratedContents } from '../moderated-content.port.js';
import type { Judged } from './judged.js';

/** Looks up the words that a decision was about, as they were then. */
@Injectable()
export class JudgedWords {
  constructor(
    private readonly items: ItemRepository,
    private readonly contents: ModeratedContents,
  ) {}

  async of(tx: Tx, { itemId, revision }: { readonly itemId: string; readonly revision?: number }): Promise<Judged> {
    const item = await this.items.find(tx, itemId);
    if (!item) throw new Error('A decided item is not there');
    const judged = { ...item, revision: revision ?? item.revision };
    return { about: item.kind, card: (await this.contents.of(item.kind).describe(tx, [judged])).get(item.id) };
  }
}
