import { Injectable } from '@nestjs/common';
import { InvalidRequest } from '../../../../shared/contract/failure.js';
import type { BilingualText } from '../../../../shared/language/bilingual-text.schema.js';
import { unfitGaps } from '../../../../shared/moderation/template.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import { SideLanguages } from '../side-languages.js';

/** Whether texts can be those of a template: in the languages of both sides, with gaps that can be filled in both. */
@Injectable()
export class TemplateTexts {
  constructor(private readonly languages: SideLanguages) {}

  /** @throws InvalidRequest naming every text that is missing or does not fit */
  async require(
    tx: Tx,
    dyadId: string,
    { title, text }: { readonly title: BilingualText; readonly text: BilingualText },
  ): Promise<void> {
    await this.languages.requireBoth(tx, dyadId, { title, text });
    const unfit = unfitGaps(text);
    if (unfit.length > 0)
      throw new InvalidRequest(
        unfit.map((language) => ({ field: `body.text.${language}`, rule: 'wrong_format', params: {} })),
      );
  }
}
