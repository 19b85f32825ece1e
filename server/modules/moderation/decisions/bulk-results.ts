import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import type { BulkResult } from '../../../../shared/moderation/proposal.contract.js';
import type { Tx } from '../../../platform/database/tx.js';
import { DeskCards } from '../desk/desk-cards.query.js';
import type { Item } from '../items/item.js';
import { ItemRepository } from '../items/item.repository.js';

/** Does the same with many items, and says of each what became of it: one that fails does so alone. */
@Injectable()
export class BulkResults {
  constructor(
    private readonly items: ItemRepository,
    private readonly cards: DeskCards,
  ) {}

  lock(tx: Tx, wanted: readonly { readonly item: string }[]): Promise<ReadonlyMap<string, Item>> {
    return this.items.lockMany(
      tx,
      wanted.map(({ item }) => item),
    );
  }

  async each<One extends { readonly item: string }>(
    tx: Tx,
    wanted: readonly One[],
    work: (one: One) => Promise<Item>,
  ): Promise<BulkResult[]> {
    const outcomes = new Map<string, Item | Failure>();
    for (const one of wanted) outcomes.set(one.item, await this.attempt(tx, () => work(one)));
    const moved = [...outcomes.values()].flatMap((outcome) => (outcome instanceof Failure ? [] : [outcome]));
    const cards = new Map((await this.cards.of(tx, moved)).map((card) => [card.id, card]));
    return [...outcomes].map(([item, outcome]) => ({
      item,
      card: cards.get(item) ?? null,
      failure: outcome instanceof Failure ? { code: outcome.code, params: outcome.params } : null,
    }));
  }

  private async attempt(tx: Tx, work: () => Promise<Item>): Promise<Item | Failure> {
    try {
      return await tx.apart(work);
    } catch (error) {
      if (error instanceof Failure) return error;
      throw error;
    }
  }
}
