import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useTransparency } from '../../features/fairness/api';
import { Automation, Complaints, Decisions, Notices, Requests, SanctionsImposed } from '../../features/fairness/done';
import { Downloads } from '../../features/fairness/downloads';
import { MonthChoice } from '../../features/fairness/month-choice';
import { addressOf } from '../../lib/api-client';
import { Empty, Loading, Problem } from '../../ui/states';
import { useSideColumns } from '../use-side-columns';
import { useTitle } from '../use-title';
import '../../features/fairness/fairness.css';

/** What moderators did in a month, for everybody, to read and to take away. */
export function Transparency(): ReactNode {
  const { dyad = '' } = useParams();
  const [search] = useSearchParams();
  const { t } = useTranslation('fairness');
  const { data, error, refetch } = useTransparency(dyad, search.get('month') ?? undefined);
  const columns = useSideColumns(dyad);
  useTitle(t('done.title'));
  if (error) return <Problem error={error} retry={() => void refetch()} />;
  if (!data || !columns) return <Loading />;
  const { report, months } = data;
  const month = report?.period.from.slice(0, 7) ?? '';
  return (
    <>
      <h1>{t('done.title')}</h1>
      <p className="measure lede">{t('done.what')}</p>
      <p>
        <Link to={`/d/${dyad}/fairness`}>{t('title')}</Link>
      </p>
      {report ? (
        <>
          <MonthChoice months={months} month={month} />
          <Downloads
            json={addressOf('GET /api/dyads/:dyad/transparency.json', { params: { dyad }, query: { month } })}
            csv={addressOf('GET /api/dyads/:dyad/transparency.csv', { params: { dyad }, query: { month } })}
          />
          <Notices report={report} />
          <Decisions report={report} />
          <Complaints report={report} />
          <SanctionsImposed report={report} />
          <Automation report={report} />
          <Requests report={report} columns={columns} />
          <p className="fairness-note measure small soft">{t('small')}</p>
        </>
      ) : (
        <Empty title={t('none.title')}>
          <p>{t('none.what')}</p>
        </Empty>
      )}
    </>
  );
}
