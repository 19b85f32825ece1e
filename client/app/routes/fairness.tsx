import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { Alarm, Kinds, Odds, OwnSide, Power } from '../../features/fairness/comparisons';
import { Appealed, Held, Reported, Shares, Waits } from '../../features/fairness/figures';
import { useFairness } from '../../features/fairness/api';
import { MonthChoice } from '../../features/fairness/month-choice';
import { Empty, Loading, Problem } from '../../ui/states';
import { useSideColumns } from '../use-side-columns';
import { useTitle } from '../use-title';
import '../../features/fairness/fairness.css';

/** Whether moderators treat both sides alike, for everybody: every number with the same number of the other side. */
export function Fairness(): ReactNode {
  const { dyad = '' } = useParams();
  const [search] = useSearchParams();
  const { t } = useTranslation('fairness');
  const { data, error, refetch } = useFairness(dyad, search.get('month') ?? undefined);
  const columns = useSideColumns(dyad);
  useTitle(t('title'));
  if (error) return <Problem error={error} retry={() => void refetch()} />;
  if (!data || !columns) return <Loading />;
  const { report, months } = data;
  const given = report && { report, columns };
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="measure lede">{t('what')}</p>
      <p>
        <Link to={`/d/${dyad}/transparency`}>{t('done.title')}</Link>
      </p>
      {!given && (
        <Empty title={t('none.title')}>
          <p>{t('none.what')}</p>
        </Empty>
      )}
      {given && (
        <>
          <MonthChoice months={months} month={given.report.period.from.slice(0, 7)} />
          <div className={`notice${given.report.finding === 'alarm' ? ' notice--caution' : ''} measure`}>
            <p>{t(`finding.${given.report.finding}`)}</p>
          </div>
          <Shares {...given} />
          <Odds {...given} />
          <Alarm {...given} />
          <Reported {...given} />
          <Waits {...given} />
          <Appealed {...given} />
          <OwnSide {...given} />
          <Held {...given} />
          <Kinds {...given} />
          <Power {...given} />
          <p className="fairness-note measure small soft">{t('small')}</p>
        </>
      )}
    </>
  );
}
