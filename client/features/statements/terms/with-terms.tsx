import { useMemo, type ReactNode } from 'react';
import type { ConceptView } from '../../../../shared/translation/glossary.schema.js';
import { StatementTerms, StatementTermsProvider } from './statement-terms';
import { TermNotes } from './term-notes';

interface WithTermsProps {
  readonly dyad: string;
  readonly concepts: readonly ConceptView[];
  readonly children: ReactNode;
}

/** Has the contested words of a glossary explained in all texts of statements inside. */
export function WithTerms({ dyad, concepts, children }: WithTermsProps): ReactNode {
  const terms = useMemo(() => new StatementTerms(dyad, concepts), [dyad, concepts]);
  return (
    <StatementTermsProvider value={terms}>
      {children}
      <TermNotes terms={terms} />
    </StatementTermsProvider>
  );
}
