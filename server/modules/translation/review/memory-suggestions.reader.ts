import { Injectable } from '@nestjs/common';
import { memoryLimits } from '../../../../shared/translation/memory.rules.js';
import type { RememberedSentence } from '../../../../shared/translation/memory.schema.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Pair } from '../engine/translation-engine.js';
import { neighbours, sentencesByPassage } from '../memory/aligning.js';
import { byNearness, matchView } from '../memory/matching.js';
import { MemoryRepository, type EntryLike } from '../memory/memory.repository.js';
import { readAlone } from '../memory/memory.view.js';
import { segmentHash } from '../memory/segment-hash.js';

/** More than are shown: some may be of texts that are not for everybody, and words order them otherwise than trigrams. */
const candidates = 20;

/** A text that somebody is about to translate. */
export interface Sought extends Pair {
  readonly dyadId: string;
  readonly text: string;
}

/** Which of the texts that entries were learned from the reader may read now. */
export type Readable = (owners: readonly string[]) => Promise<ReadonlySet<string>>;

interface Unit {
  readonly text: string;
  readonly context: string;
}

/** What the memory has for somebody who translates a text: of each sentence what is like it. */
@Injectable()
export class MemorySuggestions {
  constructor(private readonly entries: MemoryRepository) {}

  /** In the order of the text; sentences that are like nothing are left out. */
  async of(tx: Tx, { dyadId, text, ...pair }: Sought, readable: Readable): Promise<RememberedSentence[]> {
    const units = unitsOf(text, pair.source);
    if (units.length === 0) return [];
    const sought = units.map((unit) => unit.text.normalize('NFC'));
    const alike = await this.entries.alikeEach(tx, dyadId, pair, sought, candidates);
    const owners = [...new Set(alike.flatMap(({ owner }) => owner ?? []))];
    const shown = owners.length === 0 ? new Set<string>() : await readable(owners);
    const isForReader = ({ owner }: EntryLike): boolean => owner === null || shown.has(owner);
    const found = alike.filter(isForReader);
    return units.flatMap((unit, at) => {
      const rows = found.filter(({ sentence }) => sentence === at);
      const matches = nearest(unit, rows);
      return matches.length === 0 ? [] : [{ text: unit.text, body: readAlone(unit.text), matches }];
    });
  }
}

/** Of entries with the same words on both sides the nearest is enough. */
function nearest({ text, context }: Unit, rows: readonly EntryLike[]): RememberedSentence['matches'] {
  const { each, nearest: least } = memoryLimits.suggestions;
  const known = { hash: segmentHash(text).toString('hex'), context };
  const ordered = rows
    .map((row) => matchView(row, text, known))
    .filter(({ percent }) => percent >= least)
    .toSorted(byNearness);
  const byWords = new Map<string, RememberedSentence['matches'][number]>();
  for (const match of ordered) {
    const words = JSON.stringify([match.entry.source.text, match.entry.target.text]);
    if (!byWords.has(words)) byWords.set(words, match);
  }
  return [...byWords.values()].slice(0, each);
}

/** The sentences of a text, each behind the paragraph of several that it begins; as many of them as are looked up at once. */
function unitsOf(text: string, language: string): Unit[] {
  const passages = sentencesByPassage(text, language);
  const all = passages.flat();
  let from = 0;
  const units = passages.flatMap((sentences) => {
    const begin = from;
    from += sentences.length;
    const unit = (words: readonly string[], at: number): Unit => ({
      text: words.join(' '),
      context: neighbours(all, begin + at, words.length).toString('hex'),
    });
    const whole = sentences.length > 1 ? [unit(sentences, 0)] : [];
    return [...whole, ...sentences.map((sentence, at) => unit([sentence], at))];
  });
  const isSought = (unit: Unit): boolean => /\p{L}/u.test(unit.text) && unit.text.length <= memoryLimits.sought;
  return units.filter(isSought).slice(0, memoryLimits.suggestions.sentences);
}
