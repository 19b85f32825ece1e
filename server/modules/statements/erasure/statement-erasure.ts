import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sortedJson } from '../../../../shared/contract/sorted-json.js';
import { emptied } from '../../../../shared/language/erased-text.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import { TopicErasure } from '../../forums/topic-erasure.port.js';
import { ErasureReaches, type ErasedTexts } from '../../record/erasure-reach.port.js';
import { placeOf } from '../comments/statement-places.js';
import { SignedTitles, type SignedText } from './signed-titles.repository.js';

type Goes = (language: string, text: string) => boolean;

/**
 * What is erased from the record of a statement goes out of its title, of what was signed and kept as versions, and of the
 * topic of its comments. The hash stays: organisations have put their names to it.
 */
@Injectable()
export class StatementErasure implements OnModuleInit {
  constructor(
    private readonly reaches: ErasureReaches,
    private readonly titles: SignedTitles,
    private readonly topics: TopicErasure,
  ) {}

  onModuleInit(): void {
    this.reaches.register(['statement.ratified', 'statement.acceded'], async (tx, erased) => {
      await this.empty(tx, erased);
      return [];
    });
  }

  private async empty(tx: Tx, erased: ErasedTexts): Promise<void> {
    const { dyadId, subject, texts } = erased;
    const title = await this.titles.title(tx, dyadId, subject);
    const goes: Goes = (language, text) => texts.some((one) => one.path === `title.${language}` && one.text === text);
    if (!title || !texts.some(({ path }) => path.startsWith('title.'))) return;
    await this.titles.leaveTitle(tx, subject, emptied(title, goes));
    for (const round of await this.titles.rounds(tx, subject)) await this.titles.leaveRound(tx, without(round, goes));
    for (const one of await this.titles.versions(tx, subject)) await this.titles.leaveVersion(tx, without(one, goes));
    await this.topics.emptyAt(tx, placeOf(subject), erased);
  }
}

/** Written down by the same rules, so that the title alone is another. */
function without({ id, canonical }: SignedText, goes: Goes): SignedText {
  const written = JSON.parse(canonical) as { readonly title: Readonly<Record<string, string>> };
  return { id, canonical: sortedJson({ ...written, title: emptied(written.title, goes) }) };
}
