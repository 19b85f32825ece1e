import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommitmentView } from '../../../../shared/commitments/progress.schema.js';
import { textIn } from '../../../lib/format';
import { SelectField } from '../../../ui/field';
import { usePartName } from '../words-for';

interface PartFieldProps {
  readonly milestones: CommitmentView['milestones'];
  /** The number of a milestone, or nothing for the whole. */
  readonly value: string;
  readonly error: string | undefined;
  readonly choose: (value: string) => void;
}

/** What something is said of: one milestone, or the whole. */
export function PartField({ milestones, value, error, choose }: PartFieldProps): ReactNode {
  const { t, i18n } = useTranslation('commitment-acts');
  const name = usePartName();
  return (
    <SelectField
      label={t('part')}
      value={value}
      error={error}
      options={[
        ...milestones.map(({ number, title }) => ({
          value: String(number),
          label: `${name(number)}: ${textIn(title, i18n.language)}`,
        })),
        { value: '', label: name(null) },
      ]}
      onChange={({ target }) => choose(target.value)}
    />
  );
}

/** The milestone that was chosen; none for the whole. */
export const partOf = (value: string): number | null => (value === '' ? null : Number(value));
