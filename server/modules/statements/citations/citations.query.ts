import { Injectable } from '@nestjs/common';
import {
  citationKey,
  citationLimits,
  citationsIn,
  isGone,
  type Citation,
} from '../../../../shared/statements/citation.rules.js';
import type { CitedForAll, CitedThing } from '../../../../shared/statements/citation.schema.js';
import type { ClauseTexts } from '../../../../shared/statements/statement-text.schema.js';
import type { Tx } from '../../../platform/database/tx.js';
import { CitationSources } from './citation-sources.js';

/** Texts that cite something. */
interface Citing {
  readonly texts: ClauseTexts;
}

/**
 * What texts cite, as it is now, in one dyad and no other. What is cited is not part of a text: only its kind and its
 * target are, so nothing that becomes of it changes what was signed.
 */
@Injectable()
export class Citations {
  constructor(private readonly sources: CitationSources) {}

  /** For members of the dyad. */
  async look(tx: Tx, dyadId: string, citations: readonly Citation[]): Promise<CitedThing[]> {
    const found: CitedThing[] = [];
    for (const { source, targets } of this.sources.of(citations))
      found.push(...(await source.look(tx, dyadId, targets)));
    return found;
  }

  /** For everybody: without a word of what only members read. */
  async lookForAll(tx: Tx, dyadId: string, clauses: readonly Citing[]): Promise<CitedForAll[]> {
    const found: CitedForAll[] = [];
    for (const { source, targets } of this.sources.of(citedBy(clauses)))
      found.push(...(await source.lookForAll(tx, dyadId, targets)));
    return found;
  }

  /** What can be cited and has these words, of each kind the newest. */
  async find(tx: Tx, dyadId: string, sought: string): Promise<CitedThing[]> {
    const words = sought.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean);
    const found: CitedThing[] = [];
    for (const source of this.sources.all())
      found.push(...(await source.find(tx, dyadId, words, citationLimits.found)));
    return found;
  }

  /** The number of the first clause, from 1, that cites what is not there; nothing when all is. */
  async firstGone(tx: Tx, dyadId: string, clauses: readonly Citing[]): Promise<number | undefined> {
    const found = await this.look(tx, dyadId, citedBy(clauses));
    const there = new Set(found.filter((thing) => !isGone(thing)).map(citationKey));
    const at = clauses.findIndex((clause) => citedBy([clause]).some((cites) => !there.has(citationKey(cites))));
    return at === -1 ? undefined : at + 1;
  }
}

const citedBy = (clauses: readonly Citing[]): Citation[] =>
  clauses.flatMap(({ texts }) => [...citationsIn(texts.a), ...citationsIn(texts.b)]);
