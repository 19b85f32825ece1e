import { createContext, useContext } from 'react';
import { termFinder, type TermFinder } from '../../../shared/translation/glossary-matching.rules.js';
import type { ConceptView } from '../../../shared/translation/glossary.schema.js';

/** The words of a dyad's glossary that readers should know something of: those the sides do not agree about. */
export class ContestedTerms {
  readonly dyad: string;
  readonly contested: readonly ConceptView[];
  private readonly finders = new Map<string, TermFinder>();

  constructor(dyad: string, concepts: readonly ConceptView[]) {
    this.dyad = dyad;
    this.contested = concepts.filter(({ terms }) => terms.some(({ status }) => status === 'contested'));
  }

  /** Finds contested words in a text of one language. */
  finder(language: string): TermFinder {
    const known = this.finders.get(language);
    if (known) return known;
    const sought = this.contested.flatMap(({ id, terms }) =>
      terms
        .filter((term) => term.status === 'contested' && term.language === language)
        .map((term) => ({ ...term, concept: id })),
    );
    const finder = termFinder(language, sought);
    this.finders.set(language, finder);
    return finder;
  }
}

const Terms = createContext<ContestedTerms | undefined>(undefined);

export const ContestedTermsProvider = Terms.Provider;

/** The glossary of the page; nothing on pages that explain no words. */
export const useContestedTerms = (): ContestedTerms | undefined => useContext(Terms);

/** The id of the element that says what the note of a concept says, for those who hear the page. */
export const noteId = (concept: string): string => `term-note-${concept}`;

/** Something one can press to have a word explained; in a text that is being written it is only marked. */
export const termAttributes = (concept: string, isToPress: boolean): Record<string, string> => ({
  class: 'term',
  'data-term': concept,
  ...(isToPress && { role: 'button', tabindex: '0', 'aria-describedby': noteId(concept) }),
});
