import type { ReactNode } from 'react';
import type { ConceptView } from '../../shared/translation/glossary.schema.js';
import { ContestedTerms } from '../ui/terms/contested-terms';
import { explainedRuns } from '../ui/terms/explained-runs';
import { TermNotes } from '../ui/terms/term-notes';

/** What a page needs to explain contested words in its texts. */
export interface ExplainedWords {
  readonly show: (words: string, language: string) => ReactNode;
  /** Stands once on the page. */
  readonly notes: ReactNode;
}

export function explainedWords(dyad: string, concepts: readonly ConceptView[]): ExplainedWords {
  const terms = new ContestedTerms(dyad, concepts);
  return { show: explainedRuns(terms), notes: <TermNotes terms={terms} /> };
}
