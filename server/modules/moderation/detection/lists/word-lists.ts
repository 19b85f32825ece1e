import { Injectable } from '@nestjs/common';
import type { WordEntry } from '../../../../../shared/moderation/detection/wordlist.schema.js';
import type { Tx } from '../../../../platform/database/tx.js';
import { WordlistRepository } from './wordlist.repository.js';

/** An entry with the list that it stands in. */
export type ListedEntry = WordEntry & { readonly language: string; readonly version: number };

/** All lists of a dyad; `stamp` changes whenever one of them does. */
export interface DyadWords {
  readonly dyad: string;
  readonly stamp: string;
  readonly entries: readonly ListedEntry[];
}

const mostDyads = 32;

/** The lists as they stand, read again only when there is a newer version. */
@Injectable()
export class WordLists {
  private readonly known = new Map<string, DyadWords>();

  constructor(private readonly lists: WordlistRepository) {}

  /** Every list of the dyad, whatever language a text says it is in: words do not keep to it. */
  async of(tx: Tx, dyad: string): Promise<DyadWords> {
    const versions = await this.lists.versions(tx, dyad);
    const stamp = versions.map(({ language, version }) => `${language} ${version}`).join(', ');
    const before = this.known.get(dyad);
    const words = before?.stamp === stamp ? before : { dyad, stamp, entries: await this.entries(tx, dyad) };
    this.known.delete(dyad);
    this.known.set(dyad, words);
    const [longestUnused] = this.known.keys();
    if (this.known.size > mostDyads && longestUnused !== undefined) this.known.delete(longestUnused);
    return words;
  }

  /** The hosts that links may go to; nothing where there is no list. */
  async hosts(tx: Tx, dyad: string): Promise<readonly string[] | undefined> {
    return (await this.lists.latestHosts(tx, dyad))?.hosts;
  }

  private async entries(tx: Tx, dyad: string): Promise<ListedEntry[]> {
    const lists = await this.lists.latest(tx, dyad);
    return lists.flatMap(({ entries, language, version }) => entries.map((entry) => ({ ...entry, language, version })));
  }
}
