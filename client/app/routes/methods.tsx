import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { TranslationStatistics } from '../../../shared/translation/statistics/translation-statistics.schema.js';
import { useTranslationStatistics } from '../../features/fairness/api';
import { Downloads } from '../../features/fairness/downloads';
import { MonthChoice } from '../../features/fairness/month-choice';
import { PeriodChoice, usePeriod } from '../../features/fairness/period-choice';
import * as served from '../../features/fairness/served';
import { ServedAlike, ServedInShort } from '../../features/fairness/served-alike';
import type { SideColumn } from '../../features/fairness/side-columns';
import { addressOf } from '../../lib/api-client';
import { formatDay, languageName } from '../../lib/format';
import { Empty, Loading, Problem } from '../../ui/states';
import { useSideColumns } from '../use-side-columns';
import { useTitle } from '../use-title';
import '../../features/fairness/fairness.css';

/** How translations reach readers of both languages, for everybody: each direction beside the other. */
export function Methods(): ReactNode {
  const { dyad = '' } = useParams();
  const [search] = useSearchParams();
  const { t, i18n } = useTranslation(['methods', 'fairness']);
  const { data, error, refetch } = useTranslationStatistics(dyad, search.get('month') ?? undefined);
  const columns = useSideColumns(dyad);
  useTitle(t('title'));
  if (error) return <Problem error={error} retry={() => void refetch()} />;
  if (!data || !columns) return <Loading />;
  const { statistics, months } = data;
  const month = statistics?.period.from.slice(0, 7) ?? '';
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="measure lede">{t('what')}</p>
      <p>
        <Link to={`/d/${dyad}/fairness`}>{t('fairness:title')}</Link>
      </p>
      {statistics ? (
        <>
          <MonthChoice months={months} month={month} />
          <ServedInShort statistics={statistics} />
          <ServedAlike statistics={statistics} />
          <Counted statistics={statistics} columns={columns} />
          <Downloads
            json={addressOf('GET /api/dyads/:dyad/translation-statistics.json', { params: { dyad }, query: { month } })}
            csv={addressOf('GET /api/dyads/:dyad/translation-statistics.csv', { params: { dyad }, query: { month } })}
          />
          <p className="fairness-note measure small soft">
            {t('counted', { day: formatDay(i18n.language, statistics.countedOn) })} {t('fairness:small')}
          </p>
        </>
      ) : (
        <Empty title={t('fairness:none.title')}>
          <p>{t('fairness:none.what')}</p>
        </Empty>
      )}
    </>
  );
}

/**
 * The numbers of one period: of the languages of the sides in full, of the bridge between them in short. Where the number of posts
 * is not told, nothing of them is, and that is said once.
 */
function Counted({
  statistics,
  columns,
}: {
  statistics: TranslationStatistics;
  columns: readonly SideColumn[];
}): ReactNode {
  const { t, i18n } = useTranslation('methods');
  const period = usePeriod();
  const name = (language: string): string => languageName(i18n.language, language);
  return (
    <>
      <PeriodChoice period={period} />
      {statistics.pairs.map((pair) => {
        const named = columns.map(({ side }) => {
          const { from, to } = pair.directions[side];
          return { side, name: t('direction', { from: name(from), to: name(to) }) };
        });
        const given = { pair, period, columns: named };
        const { from, to } = pair.directions.a;
        if (pair.between !== 'sides')
          return <served.OfBridge key={pair.between} {...given} language={pair.between === 'to_bridge' ? to : from} />;
        if (pair.directions.a[period].counts.texts === null) return <served.Coverage key={pair.between} {...given} />;
        return (
          <Fragment key={pair.between}>
            <served.Coverage {...given} />
            <served.TimeToTranslation {...given} />
            <served.Origins {...given} />
            <served.Checked {...given} />
            <served.MachineErrors {...given} />
            <served.Disputed {...given} />
            <served.Untranslated {...given} />
          </Fragment>
        );
      })}
    </>
  );
}
