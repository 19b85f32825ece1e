import { Injectable } from '@nestjs/common';
import { Failure, InvalidRequest } from '../../../shared/contract/failure.js';
import { missingIn, type BilingualText } from '../../../shared/language/bilingual-text.schema.js';
import type { Tx } from '../../platform/database/tx.js';
import { DyadReader } from '../dyads/dyad.reader.js';

/** The languages in which moderators say things: what binds somebody is said in those of both sides. */
@Injectable()
export class SideLanguages {
  constructor(private readonly dyads: DyadReader) {}

  /**
   * @param texts by the field of the body they stand in
   * @throws InvalidRequest naming every text that is missing
   */
  async requireBoth(tx: Tx, dyadId: string, texts: Readonly<Record<string, BilingualText>>): Promise<void> {
    const { languageOf } = await this.dyads.profile(tx, dyadId);
    const missing = Object.entries(texts).flatMap(([field, text]) =>
      missingIn(text, [languageOf.a, languageOf.b]).map((language) => `body.${field}.${language}`),
    );
    if (missing.length > 0) throw new InvalidRequest(missing.map((field) => ({ field, rule: 'required', params: {} })));
  }

  /** @throws Failure `post.language_not_spoken_here` */
  async requireSpoken(tx: Tx, dyadId: string, language: string): Promise<void> {
    const { languages } = await this.dyads.profile(tx, dyadId);
    if (!languages.includes(language)) throw new Failure('post.language_not_spoken_here');
  }
}
