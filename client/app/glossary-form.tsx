import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ProposeTerm } from '../features/dyads/terms/propose-term';
import { RetireTerm } from '../features/dyads/terms/retire-term';
import { useGlossary } from '../features/glossary/api';
import { Empty, Loading, Problem } from '../ui/states';

interface GlossaryFormProps {
  readonly what: 'term' | 'term_change' | 'term_retire';
  readonly dyad: string;
  readonly languages: readonly string[];
  readonly onSent: () => void;
}

/** What a steward can propose about the glossary: a new entry, or a change or the end of the one that the address names. */
export function GlossaryForm({ what, ...given }: GlossaryFormProps): ReactNode {
  const { t } = useTranslation('glossary');
  const [search] = useSearchParams();
  const glossary = useGlossary(given.dyad);
  if (what === 'term') return <ProposeTerm {...given} />;
  if (glossary.error) return <Problem error={glossary.error} retry={() => void glossary.refetch()} />;
  if (!glossary.data) return <Loading />;
  const concept = glossary.data.concepts.find(({ id }) => id === search.get('concept'));
  if (!concept) return <Empty title={t('form.gone')} />;
  return what === 'term_change' ? (
    <ProposeTerm {...given} concept={concept} />
  ) : (
    <RetireTerm {...given} concept={concept} />
  );
}
