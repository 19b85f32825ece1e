import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { kindRules } from '../../../../shared/moderation/content-kind.rules.js';
import type { ItemSource } from '../../../../shared/moderation/fairness/fairness.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import { MemberReader } from '../../dyads/member.reader.js';
import type { Item } from '../items/item.js';
import { ModeratedContents } from '../moderated-content.port.js';
import { ItemSourceRepository } from './item-source.repository.js';

/** How an item came before moderators, and what it was written in. */
export interface Provenance {
  readonly source: ItemSource;
  readonly detected: boolean;
  readonly language: string;
}

/** Looks up what a statement of reasons says of where the case came from, and whose words it is about. */
@Injectable()
export class ItemProvenance {
  constructor(
    private readonly sources: ItemSourceRepository,
    private readonly contents: ModeratedContents,
    private readonly members: MemberReader,
  ) {}

  async of(tx: Tx, item: Item): Promise<Provenance> {
    const { reported, detected } = await this.sources.of(tx, item.id);
    const card = (await this.contents.of(item.kind).describe(tx, [item])).get(item.id);
    return {
      source: reported ? 'report' : detected ? 'detector' : 'own',
      detected,
      language: (card?.judged ?? card)?.language ?? (await this.members.writesIn(tx, item.authorId)),
    };
  }

  /** Whoever has a hand in the words now, beside the author of the item. */
  async writersBeside(tx: Tx, { kind, dyadId, authorId }: Item): Promise<string[]> {
    const { writers } = kindRules[kind];
    const holders = writers === null ? [] : await this.members.holding(tx, dyadId, writers);
    return holders.filter((memberId) => memberId !== authorId);
  }

  /** SHA-256 of the words that were judged, in the language they were written in: the hash of nothing where there are none. */
  async hashOfWords(tx: Tx, item: Item, { language }: Pick<Provenance, 'language'>): Promise<Buffer> {
    const words = (await this.contents.of(item.kind).wordsIn(tx, [item], language)).get(item.id);
    return createHash('sha256')
      .update(words ?? '')
      .digest();
  }
}
