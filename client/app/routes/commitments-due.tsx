import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { dueWithinDays } from '../../../shared/commitments/commitment.rules.js';
import { useDue } from '../../features/commitments/api';
import { DueList } from '../../features/commitments/due-list';
import '../../features/commitments/commitments.css';
import { formatDay } from '../../lib/format';
import { sideLanguages } from '../../lib/side-languages';
import { Loading, Problem } from '../../ui/states';
import { useReader, useSideName } from '../use-reader';
import { useTitle } from '../use-title';

/** What should have been there already, and what is due in the next while, for everybody. */
export function CommitmentsDue(): ReactNode {
  const { dyad = '' } = useParams();
  const { t, i18n } = useTranslation('commitments');
  const reader = useReader(dyad);
  const due = useDue(dyad);
  const sideName = useSideName(reader.dyad);
  useTitle(t('due.title'));
  const error = reader.error ?? due.error;
  if (error) return <Problem error={error} retry={() => void due.refetch()} />;
  if (!due.data || !reader.ready || !reader.dyad) return <Loading />;
  const given = { dyad, languages: sideLanguages(reader.dyad, reader.language), sideName };
  const { on, overdue, due: coming } = due.data;
  return (
    <>
      <p className="no-print">
        <Link className="target-link" to={`/d/${dyad}/commitments`}>
          {t('all')}
        </Link>
      </p>
      <h1>{t('due.title')}</h1>
      <p className="measure soft">{t('due.on', { day: formatDay(i18n.language, on) })}</p>
      <section id="overdue">
        <h2>{t('due.overdue')}</h2>
        <p className="measure soft">{t('due.overdue_what')}</p>
        {overdue.length === 0 ? <p>{t('due.none_overdue')}</p> : <DueList {...given} milestones={overdue} />}
      </section>
      <section id="next">
        <h2>{t('due.next', { count: dueWithinDays })}</h2>
        {coming.length === 0 ? <p>{t('due.none_next')}</p> : <DueList {...given} milestones={coming} />}
      </section>
    </>
  );
}
