import { Injectable } from '@nestjs/common';
import type { Side } from '../../../../shared/access/actor.js';
import type { Tx } from '../../../platform/database/tx.js';
import { servedTranslation, type ServedTranslation } from './served-translation.js';
import { TranslationStatisticsRepository } from './translation-statistics.repository.js';

/** A text of which statistics are made. */
export interface TextOfStatistics {
  /** What its translations belong to: its revisions, or what is left of it. */
  readonly owners: readonly string[];
  readonly authorSide: Side;
}

/** What readers of a language have of a text. */
export type Served = (text: TextOfStatistics, language: string) => ServedTranslation;

/** What statistics need to know of the translations of a dyad. */
@Injectable()
export class TranslationStatisticsReader {
  constructor(private readonly facts: TranslationStatisticsRepository) {}

  /** Reads all translations of a dyad at once. */
  async ofDyad(tx: Tx, dyadId: string): Promise<Served> {
    const translations = byText(await this.facts.translations(tx, dyadId));
    const disputes = byText(await this.facts.disputes(tx, dyadId));
    return ({ owners, authorSide }, language) => {
      const texts = owners.map((owner) => textKey(owner, language));
      return servedTranslation(
        texts.flatMap((text) => translations.get(text) ?? []),
        texts.flatMap((text) => disputes.get(text) ?? []),
        authorSide,
      );
    };
  }
}

const textKey = (owner: string, language: string): string => `${owner} ${language}`;

function byText<Fact extends { readonly owner: string; readonly target: string }>(
  facts: readonly Fact[],
): ReadonlyMap<string, Fact[]> {
  const found = new Map<string, Fact[]>();
  for (const fact of facts) {
    const text = textKey(fact.owner, fact.target);
    const those = found.get(text);
    if (those) those.push(fact);
    else found.set(text, [fact]);
  }
  return found;
}
