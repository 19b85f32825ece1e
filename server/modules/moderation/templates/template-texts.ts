import { Injectable } from '@nestjs/common';
import { InvalidRequest, type FieldProblem } from '../../../../shared/contract/failure.js';
import { missingIn, type BilingualText } from '../../../../shared/language/bilingual-text.schema.js';
import { unfitGaps } from '../../../../shared/moderation/template.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import { DyadReader } from '../../dyads/dyad.reader.js';

/** Whether texts can be those of a template: in the languages of both sides, with gaps that can be filled in both. */
@Injectable()
export class TemplateTexts {
  constructor(private readonly dyads: DyadReader) {}

  /** @throws InvalidRequest naming every text that is missing or does not fit */
  async require(
    tx: Tx,
    dyadId: string,
    { title, text }: { readonly title: BilingualText; readonly text: BilingualText },
  ): Promise<void> {
    const { languageOf } = await this.dyads.profile(tx, dyadId);
    const required = [languageOf.a, languageOf.b];
    const problem = (field: string, rule: FieldProblem['rule']): FieldProblem => ({ field, rule, params: {} });
    const problems = [
      ...missingIn(title, required).map((language) => problem(`body.title.${language}`, 'required')),
      ...missingIn(text, required).map((language) => problem(`body.text.${language}`, 'required')),
      ...unfitGaps(text).map((language) => problem(`body.text.${language}`, 'wrong_format')),
    ];
    if (problems.length > 0) throw new InvalidRequest(problems);
  }
}
