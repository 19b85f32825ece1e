import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { formatMonth } from '../../lib/format';
import { SelectField } from '../../ui/field';

/** Which of the months that are over; the address keeps it, so that it can be sent to others. */
export function MonthChoice({ months, month }: { months: readonly string[]; month: string }): ReactNode {
  const { t, i18n } = useTranslation('fairness');
  const [, setSearch] = useSearchParams();
  return (
    <div className="month-choice no-print">
      <SelectField
        label={t('month')}
        value={month}
        options={months.map((value) => ({ value, label: formatMonth(i18n.language, value) }))}
        onChange={({ target }) =>
          setSearch((search) => new URLSearchParams({ ...Object.fromEntries(search), month: target.value }), {
            replace: true,
          })
        }
      />
    </div>
  );
}
