import { InvalidRequest, type FieldProblem } from '../contract/failure.js';
import { missingIn, type BilingualText } from './bilingual-text.schema.js';

/**
 * What binds both sides is written in the language of each.
 * @param required the languages of both sides
 * @param texts by the field they stand in, as a request names it
 * @throws InvalidRequest naming every text that is missing
 */
export function requireBothLanguages(
  required: readonly string[],
  texts: Readonly<Record<string, BilingualText>>,
): void {
  const problems = Object.entries(texts).flatMap(([field, text]) =>
    missingIn(text, required).map((language): FieldProblem => ({
      field: `${field}.${language}`,
      rule: 'required',
      params: {},
    })),
  );
  if (problems.length > 0) throw new InvalidRequest(problems);
}
