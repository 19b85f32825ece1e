import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import {
  statisticsPeriods,
  type StatisticsPeriod,
} from '../../../shared/translation/statistics/translation-statistics.rules.js';
import { SelectField } from '../../ui/field';

/** What was published in the month, or until its end, which is what the address asks for when it says nothing. */
export function usePeriod(): StatisticsPeriod {
  const asked = useSearchParams()[0].get('period');
  return statisticsPeriods.find((period) => period === asked) ?? 'all';
}

export function PeriodChoice({ period }: { period: StatisticsPeriod }): ReactNode {
  const { t } = useTranslation('methods');
  const [, setSearch] = useSearchParams();
  return (
    <div className="month-choice no-print">
      <SelectField
        label={t('period')}
        value={period}
        options={statisticsPeriods.map((value) => ({ value, label: t(`published.${value}`) }))}
        onChange={({ target }) =>
          setSearch((search) => new URLSearchParams({ ...Object.fromEntries(search), period: target.value }), {
            replace: true,
          })
        }
      />
    </div>
  );
}
