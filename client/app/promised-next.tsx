import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DyadView } from '../../shared/dyads/dyad.schema.js';
import { useDue } from '../features/commitments/api';
import { DueList } from '../features/commitments/due-list';
import { sideLanguages } from '../lib/side-languages';
import { ButtonLink } from '../ui/button';
import { Loading, Problem } from '../ui/states';
import { useSideName } from './use-reader';

const nextOnes = 3;

/** What was promised and is due next. */
export function PromisedNext({ dyad }: { dyad: DyadView }): ReactNode {
  const { t, i18n } = useTranslation('dyads');
  const due = useDue(dyad.slug);
  const sideName = useSideName(dyad);
  return (
    <section>
      <h2>{t('home.promised')}</h2>
      {due.error && <Problem error={due.error} retry={() => void due.refetch()} />}
      {due.isPending && <Loading />}
      {due.data?.due.length === 0 && <p className="soft">{t('home.nothing_due')}</p>}
      {due.data && (
        <DueList
          dyad={dyad.slug}
          milestones={due.data.due.slice(0, nextOnes)}
          languages={sideLanguages(dyad, i18n.language)}
          sideName={sideName}
        />
      )}
      <p>
        <ButtonLink weight="quiet" to={`/d/${dyad.slug}/commitments`}>
          {t('home.all_commitments')}
        </ButtonLink>
      </p>
    </section>
  );
}
