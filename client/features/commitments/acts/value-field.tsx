import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../../lib/format';
import { scaledNumber } from '../../../lib/scaled-number';
import { TextField } from '../../../ui/field';

interface ValueFieldProps {
  readonly label: string;
  readonly unit?: Readonly<Record<string, string>>;
  readonly decimals: number;
  readonly value: string;
  readonly error: string | undefined;
  readonly change: (value: string) => void;
}

/** A value of the indicator, written as people write numbers; it is said at once when it is none. */
export function ValueField({ label, unit, decimals, value, error, change }: ValueFieldProps): ReactNode {
  const { t, i18n } = useTranslation('commitment-acts');
  const isNone = value.trim() !== '' && scaledNumber(value, decimals) === undefined;
  return (
    <TextField
      inputMode="decimal"
      dir="ltr"
      label={label}
      hint={unit && textIn(unit, i18n.language)}
      error={isNone ? t('no_number', { count: decimals }) : error}
      value={value}
      onChange={({ target }) => change(target.value)}
    />
  );
}
