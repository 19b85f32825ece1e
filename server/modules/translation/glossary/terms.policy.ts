import { Failure, InvalidRequest, type FieldProblem } from '../../../../shared/contract/failure.js';
import { missingIn } from '../../../../shared/language/bilingual-text.schema.js';
import { formKey } from '../../../../shared/translation/glossary-matching.rules.js';
import type { ConceptContent, Term } from '../../../../shared/translation/glossary.schema.js';

/**
 * A concept has words and a note in the language of each side, words in no other, and of each language at most one that
 * is preferred.
 * @param languages of both sides
 * @throws InvalidRequest naming all that does not fit
 */
export function requireBothSides({ terms, note }: ConceptContent, languages: readonly string[]): void {
  const problem = (field: string, rule: FieldProblem['rule']): FieldProblem => ({
    field: `body.details.${field}`,
    rule,
    params: {},
  });
  const problems = [
    ...missingIn(note, languages).map((language) => problem(`note.${language}`, 'required')),
    ...languages
      .filter((language) => !terms.some((term) => term.language === language))
      .map((language) => problem(`terms.${language}`, 'required')),
    ...terms.flatMap((term, at) => [
      ...(languages.includes(term.language) ? [] : [problem(`terms.${at}.language`, 'not_one_of')]),
      ...(isSecondPreferred(terms, at) ? [problem(`terms.${at}.status`, 'not_one_of')] : []),
    ]),
  ];
  if (problems.length > 0) throw new InvalidRequest(problems);
}

/** Whether a term is preferred in a language that has a preferred one before it. */
export const isSecondPreferred = (terms: readonly Term[], at: number): boolean =>
  terms[at]?.status === 'preferred' &&
  terms.slice(0, at).some(({ status, language }) => status === 'preferred' && language === terms[at]?.language);

/** The words of terms, as they are compared: the same for forms that are one to a reader. */
export const wordsOf = (terms: readonly Term[]): string[] =>
  terms.map(({ language, form }) => `${language} ${formKey(form, language)}`);

/**
 * A word has one entry in the glossary, so that whoever asks for it finds one note.
 * @param others the terms of all other concepts
 * @throws Failure `term.exists`
 */
export function requireNewForms(terms: readonly Term[], others: readonly Term[]): void {
  const [own, taken] = [wordsOf(terms), new Set(wordsOf(others))];
  if (new Set(own).size < own.length || own.some((word) => taken.has(word))) throw new Failure('term.exists');
}
