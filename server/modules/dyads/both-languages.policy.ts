import { InvalidRequest, type FieldProblem } from '../../../shared/contract/failure.js';
import { missingIn, type BilingualText } from '../../../shared/language/bilingual-text.schema.js';

/**
 * What binds both sides is written in the language of each.
 * @param texts by the field they stand in, as a request names it
 * @throws InvalidRequest naming every text that is missing
 */
export function requireBothLanguages(
  sides: { readonly language_a: string; readonly language_b: string },
  texts: Readonly<Record<string, BilingualText>>,
): void {
  const problems = Object.entries(texts).flatMap(([field, text]) =>
    missingIn(text, [sides.language_a, sides.language_b]).map((language): FieldProblem => ({
      field: `${field}.${language}`,
      rule: 'required',
      params: {},
    })),
  );
  if (problems.length > 0) throw new InvalidRequest(problems);
}
