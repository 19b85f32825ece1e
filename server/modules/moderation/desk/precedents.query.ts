import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import { likeness, trigramsOf } from '../../../../shared/language/trigrams.js';
import { precedentsShown } from '../../../../shared/moderation/desk.rules.js';
import type { DeskPrecedents } from '../../../../shared/moderation/desk.schema.js';
import type { Tx } from '../../../platform/database/tx.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import type { Item } from '../items/item.js';
import { ItemRepository } from '../items/item.repository.js';
import { ModeratedContents } from '../moderated-content.port.js';
import { PrecedentRepository, type PastDecision } from './precedent.repository.js';
import { precedentView } from './precedent.view.js';

/** So many of the newest decisions are compared, by the beginning of their words: enough to find the like, and quick. */
const compared = { decisions: 100, characters: 1000 } as const;

/**
 * What helps to decide alike cases alike: the article that is applied, and decisions for the same reasons about words that
 * are most like these. Words are compared in the language they were written in, with originals and translations of the
 * others, so that decisions about both sides' words are found; they stay where they are kept.
 */
@Injectable()
export class PrecedentReader {
  constructor(
    private readonly items: ItemRepository,
    private readonly precedents: PrecedentRepository,
    private readonly contents: ModeratedContents,
    private readonly dyads: DyadReader,
  ) {}

  /** @throws Failure `request.not_found` as for the item itself */
  async of(tx: Tx, id: string): Promise<DeskPrecedents> {
    const item = await this.items.find(tx, id);
    if (!item || item.state === 'withdrawn') throw new Failure('request.not_found');
    return { article: await this.article(tx, item), precedents: await this.alike(tx, item) };
  }

  private async article(tx: Tx, { id, dyadId }: Item): Promise<DeskPrecedents['article']> {
    const applied = await this.precedents.applied(tx, id);
    if (!applied || applied.article === null) return null;
    const article = await this.dyads.article(tx, dyadId, applied.policyVersion, applied.article);
    return article ? { ...article, version: applied.policyVersion } : null;
  }

  private async alike(tx: Tx, item: Item): Promise<DeskPrecedents['precedents']> {
    const reasons = await this.precedents.reasons(tx, item.id);
    const decided = await this.precedents.decided(tx, item, reasons, compared.decisions);
    if (decided.length === 0) return [];
    const likenesses = await this.likenesses(tx, item, decided);
    return decided
      .map((one) => ({ one, likeness: likenesses.get(one.itemId) ?? 0 }))
      .toSorted((x, y) => y.likeness - x.likeness)
      .slice(0, precedentsShown)
      .flatMap(({ one, likeness }) => precedentView(one, likeness));
  }

  private async likenesses(tx: Tx, item: Item, decided: readonly PastDecision[]): Promise<ReadonlyMap<string, number>> {
    const own = (await this.contents.of(item.kind).describe(tx, [item])).get(item.id);
    if (!own) return new Map();
    const others = decided.map(({ itemId, ...rest }) => ({ ...rest, id: itemId }));
    const words = await this.contents.ofEach([item, ...others], (owner, ofKind) =>
      owner.wordsIn(tx, ofKind, own.language),
    );
    const beginning = (id: string): string => (words.get(id) ?? '').slice(0, compared.characters);
    const trigrams = trigramsOf(beginning(item.id));
    return new Map(others.map(({ id }) => [id, likeness(trigrams, trigramsOf(beginning(id)))]));
  }
}
