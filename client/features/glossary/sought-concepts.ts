import type { TermStatus } from '../../../shared/translation/glossary.rules.js';
import type { ConceptView } from '../../../shared/translation/glossary.schema.js';

export interface Sought {
  readonly words: string;
  /** Only concepts with a term that stands so; all of them without one. */
  readonly status: TermStatus | undefined;
}

const alike = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The concepts that have the sought letters in a term or a note, in any language, by what they are called in the first. */
export function soughtConcepts(
  concepts: readonly ConceptView[],
  { words, status }: Sought,
  languages: readonly string[],
): ConceptView[] {
  const letters = alike(words.trim());
  const has = ({ terms, note }: ConceptView): boolean =>
    [...terms.flatMap(({ form, forms }) => [form, ...forms]), ...Object.values(note)].some((text) =>
      alike(text).includes(letters),
    );
  const [first = 'en'] = languages;
  const name = ({ terms }: ConceptView): string => terms.find(({ language }) => language === first)?.form ?? '';
  return concepts
    .filter((concept) => has(concept) && (!status || concept.terms.some((term) => term.status === status)))
    .toSorted((one, other) => name(one).localeCompare(name(other), first));
}
