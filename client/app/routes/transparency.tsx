import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useTransparency } from '../../features/fairness/api';
import { Automation, Complaints, Decisions, Notices, Requests, SanctionsImposed } from '../../features/fairness/done';
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
          <Downloads dyad={dyad} month={month} />
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

function Downloads({ dyad, month }: { dyad: string; month: string }): ReactNode {
  const { t } = useTranslation('fairness');
  const given = { params: { dyad }, query: { month } };
  return (
    <div className="no-print">
      <p className="row">
        <a className="target-link" href={addressOf('GET /api/dyads/:dyad/transparency.json', given)} download>
          {t('done.json')}
        </a>
        <a className="target-link" href={addressOf('GET /api/dyads/:dyad/transparency.csv', given)} download>
          {t('done.csv')}
        </a>
      </p>
      <p className="small soft">{t('done.license')}</p>
    </div>
  );
}
