import type { ReactNode } from 'react';
import type { ConceptView } from '../../../../shared/translation/glossary.schema.js';
import { ConceptPages } from '../../../ui/concept-pages';
import { ProposalForm } from '../proposal-form';
import { useKeptForm } from '../use-kept-form';

interface RetireTermProps {
  readonly dyad: string;
  readonly languages: readonly string[];
  readonly concept: ConceptView;
  readonly onSent: () => void;
}

/** An entry that would be taken out of the glossary, as it stands. */
export function RetireTerm({ dyad, languages, concept, onSent }: RetireTermProps): ReactNode {
  const form = useKeptForm(`${dyad}.act.term-retire.${concept.id}`, { reason: '' });
  const details = { concept: concept.id, revision: concept.revision };
  return (
    <ProposalForm dyad={dyad} form={form} proposal={{ kind: 'term.retire', details }} onSent={onSent}>
      {() => <ConceptPages content={concept} languages={languages} complete />}
    </ProposalForm>
  );
}
