import { Injectable } from '@nestjs/common';
import type { MemoryMatch, MemoryOrigin } from '../../../../shared/translation/memory.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import { passagesOf, type Passage } from '../engine/passages.js';
import type { Pair } from '../engine/translation-engine.js';
import { neighbours } from './aligning.js';
import { MemoryRepository, type EntryRow } from './memory.repository.js';
import { segmentHash } from './segment-hash.js';
import { sentencesOf } from './sentences.js';

/** A text whose every sentence people translated before, and where that is from. */
export interface Recalled {
  readonly text: string;
  readonly match: Exclude<MemoryMatch, 'fuzzy'>;
  readonly origins: readonly MemoryOrigin[];
  /** Somebody of each side confirmed all of it. */
  readonly isAgreed: boolean;
}

/** A sentence, or a passage as a whole, with what it is found by. */
interface Sought {
  readonly text: string;
  readonly hash: string;
  readonly context: string;
}

interface SoughtPassage {
  readonly passage: Passage;
  readonly whole: Sought;
  readonly sentences: readonly Sought[];
}

const agreed = ({ confirmedBy }: EntryRow): boolean => confirmedBy.length === 2;

/**
 * Translates from the memory, word for word or not at all: only by entries whose two texts people wrote, or confirmed for
 * both sides. What is merely alike is shown to people who translate, and to nobody else.
 */
@Injectable()
export class Recalling {
  constructor(private readonly entries: MemoryRepository) {}

  /** @returns one for each text, in their order; nothing for one of which any sentence is not remembered */
  async recall(tx: Tx, dyadId: string, markdowns: readonly string[], pair: Pair): Promise<(Recalled | undefined)[]> {
    const texts = markdowns.map((markdown) => ({ markdown, passages: soughtIn(markdown, pair.source) }));
    const hashes = texts.flatMap(({ passages }) =>
      passages.flatMap(({ whole, sentences }) => [whole.hash, ...sentences.map(({ hash }) => hash)]),
    );
    const found = await this.entries.exact(tx, dyadId, pair, [...new Set(hashes)]);
    const known = new KnownSentences(found.filter((entry) => entry.byPeople || agreed(entry)));
    return texts.map(({ markdown, passages }) => recalledBy(known, markdown, passages));
  }
}

function recalledBy(known: KnownSentences, markdown: string, passages: readonly SoughtPassage[]): Recalled | undefined {
  const used: Used[] = [];
  const words: string[] = [];
  for (const { whole, sentences } of passages) {
    const recalled = known.all([whole]) ?? known.all(sentences);
    if (!recalled) return undefined;
    used.push(...recalled.flatMap(({ by }) => by ?? []));
    words.push(recalled.map(({ target }) => target).join(' '));
  }
  if (used.length === 0) return undefined;
  const text = assembled(markdown, passages, words);
  if (passagesOf(text).length !== passages.length) return undefined;
  return {
    text,
    match: used.every(({ isInContext }) => isInContext) ? 'context' : 'exact',
    origins: [...new Set(used.map(({ entry }) => entry.origin))].toSorted(),
    isAgreed: used.every(({ entry }) => agreed(entry)),
  };
}

/** A sentence in the other language, and the entry that says so; none for one that has no letter. */
interface Translated {
  readonly target: string;
  readonly by?: Used;
}

interface Used {
  readonly entry: EntryRow;
  readonly isInContext: boolean;
}

/** Of several translations of a sentence: the one between the same neighbours, else the agreed, else the newest. */
class KnownSentences {
  private readonly byHash = new Map<string, EntryRow[]>();

  constructor(entries: readonly EntryRow[]) {
    for (const entry of entries)
      this.byHash.set(entry.sourceHash, [...(this.byHash.get(entry.sourceHash) ?? []), entry]);
  }

  /** One for each; nothing when one is not known. */
  all(sought: readonly Sought[]): Translated[] | undefined {
    const translated = sought.map((one) => this.of(one));
    return translated.every((one) => one !== undefined) ? translated : undefined;
  }

  private of(sought: Sought): Translated | undefined {
    if (!/\p{L}/u.test(sought.text)) return { target: sought.text };
    const by = this.best(sought);
    return by && { target: by.entry.target, by };
  }

  private best({ hash, context }: Sought): Used | undefined {
    const entries = (this.byHash.get(hash) ?? []).map((entry) => ({
      entry,
      isInContext: entry.contextHash === context,
    }));
    const worth = ({ entry, isInContext }: Used): number => (isInContext ? 2 : 0) + (agreed(entry) ? 1 : 0);
    return entries.toSorted((one, other) => worth(other) - worth(one))[0];
  }
}

function soughtIn(markdown: string, language: string): SoughtPassage[] {
  const passages = passagesOf(markdown).map((passage) => ({ passage, words: sentencesOf(passage.words, language) }));
  const all = passages.flatMap(({ words }) => words);
  let from = 0;
  return passages.map(({ passage, words }) => {
    const begin = from;
    from += words.length;
    const sought = (text: string, at: number, count: number): Sought => ({
      text,
      hash: segmentHash(text).toString('hex'),
      context: neighbours(all, begin + at, count).toString('hex'),
    });
    return {
      passage,
      whole: sought(words.join(' '), 0, words.length),
      sentences: words.map((text, at) => sought(text, at, 1)),
    };
  });
}

function assembled(markdown: string, passages: readonly SoughtPassage[], words: readonly string[]): string {
  let from = 0;
  const parts = passages.map(({ passage }, at) => {
    const before = markdown.slice(from, passage.from);
    from = passage.to;
    return before + (words[at] ?? '');
  });
  return parts.join('') + markdown.slice(from);
}
