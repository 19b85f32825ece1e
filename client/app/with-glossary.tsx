import type { ReactNode } from 'react';
import type { ConceptView } from '../../shared/translation/glossary.schema.js';
import { useGlossary } from '../features/glossary/api';
import { WithTerms } from '../ui/terms/with-terms';

const none: readonly ConceptView[] = [];

/** Texts of a dyad's statements with its contested words explained; before the glossary is there, the texts alone. */
export function WithGlossary({ dyad, children }: { dyad: string; children: ReactNode }): ReactNode {
  const { data } = useGlossary(dyad);
  return (
    <WithTerms dyad={dyad} concepts={data?.concepts ?? none}>
      {children}
    </WithTerms>
  );
}
