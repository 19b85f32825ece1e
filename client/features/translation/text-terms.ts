import { termFinder, type TermPlace } from '../../../shared/translation/glossary-matching.rules.js';
import type { ConceptView, Term } from '../../../shared/translation/glossary.schema.js';

/** Words of a text that the glossary knows, and how the term they are of stands with both sides. */
export interface FoundTerm extends TermPlace {
  readonly status: Term['status'];
}

/** Finds the words of a glossary in texts of one language. */
export function termsOf(concepts: readonly ConceptView[], language: string): (text: string) => FoundTerm[] {
  const terms = concepts.flatMap(({ id, terms: all }) =>
    all.filter((term) => term.language === language).map((term) => ({ ...term, concept: id })),
  );
  // Several terms of one concept are told apart by the place of each among all.
  const find = termFinder(
    language,
    terms.map((term, at) => ({ ...term, concept: `${at}` })),
  );
  return (text) =>
    find(text).flatMap(({ from, to, concept }) => {
      const term = terms[Number(concept)];
      return term ? [{ from, to, concept: term.concept, status: term.status }] : [];
    });
}
