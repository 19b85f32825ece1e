import { Injectable } from '@nestjs/common';
import { languages } from '../../../../shared/language/language.js';
import { offeredEntries } from '../../../../shared/statements/citation.rules.js';
import type { CitedForAll, CitedThing } from '../../../../shared/statements/citation.schema.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Sentences } from '../../../platform/i18n/sentences.js';
import { PublicRecord } from '../../record/record.port.js';
import type { CitationSource } from './citation-source.js';

type CitedEntry = Extract<CitedForAll, { kind: 'record' }>;

/** Entries of the public record, which are the same for everybody. */
@Injectable()
export class RecordCitations implements CitationSource {
  constructor(
    private readonly record: PublicRecord,
    private readonly sentences: Sentences,
  ) {}

  look(tx: Tx, dyadId: string, targets: readonly string[]): Promise<CitedThing[]> {
    return this.lookForAll(tx, dyadId, targets);
  }

  async lookForAll(tx: Tx, dyadId: string, targets: readonly string[]): Promise<CitedEntry[]> {
    const entries = await this.record.numbered(tx, dyadId, targets.map(Number));
    return targets.map((of) => ({
      kind: 'record',
      of,
      entry: entries.find(({ seq }) => seq === Number(of)) ?? null,
    }));
  }

  async find(tx: Tx, dyadId: string, words: readonly string[], limit: number): Promise<CitedThing[]> {
    const sought = { words: words.map((word) => ({ word, kinds: this.kindsCalled(word) })), among: offeredEntries };
    const entries = await this.record.saying(tx, dyadId, sought, limit);
    return entries.map((entry) => ({ kind: 'record', of: String(entry.seq), entry }));
  }

  /** The kinds of entries whose sentence has this word in a language that we speak: entries themselves hold only names. */
  private kindsCalled(word: string): (typeof offeredEntries)[number][] {
    const isSaid = (kind: string, language: string): boolean =>
      this.sentences.say(language, 'dyads', `record.${kind}`, {}).toLowerCase().includes(word);
    return offeredEntries.filter((kind) => Object.keys(languages).some((language) => isSaid(kind, language)));
  }
}
