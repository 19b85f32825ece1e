import { useMemo, type ReactNode } from 'react';
import type { ConceptView } from '../../../shared/translation/glossary.schema.js';
import { ContestedTerms, ContestedTermsProvider } from './contested-terms';
import { TermNotes } from './term-notes';

interface WithTermsProps {
  readonly dyad: string;
  readonly concepts: readonly ConceptView[];
  readonly children: ReactNode;
}

/** Has the contested words of a glossary explained in all texts inside. */
export function WithTerms({ dyad, concepts, children }: WithTermsProps): ReactNode {
  const terms = useMemo(() => new ContestedTerms(dyad, concepts), [dyad, concepts]);
  return (
    <ContestedTermsProvider value={terms}>
      {children}
      <TermNotes terms={terms} />
    </ContestedTermsProvider>
  );
}
