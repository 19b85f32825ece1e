import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommitmentView } from '../../../../shared/commitments/progress.schema.js';
import type { ErrorOf } from '../../../lib/field-errors';
import { textIn } from '../../../lib/format';
import type { KeptForm } from '../../../lib/use-kept-form';
import { SelectField } from '../../../ui/field';
import { usePartName } from '../words-for';

interface PartFieldProps {
  readonly milestones: CommitmentView['milestones'];
  /** Where the number of a milestone is kept, or nothing for the whole. */
  readonly form: KeptForm<{ readonly milestone: string }>;
  readonly errorOf: ErrorOf;
}

/** What something is said of: one milestone, or the whole. */
export function PartField({ milestones, form, errorOf }: PartFieldProps): ReactNode {
  const { t, i18n } = useTranslation('commitment-acts');
  const name = usePartName();
  return (
    <SelectField
      label={t('part')}
      value={form.values.milestone}
      error={errorOf('milestone', t('part'))}
      options={[
        ...milestones.map(({ number, title }) => ({
          value: String(number),
          label: `${name(number)}: ${textIn(title, i18n.language)}`,
        })),
        { value: '', label: name(null) },
      ]}
      onChange={({ target }) => form.change({ milestone: target.value })}
    />
  );
}

/** The milestone that was chosen; none for the whole. */
export const partOf = (value: string): number | null => (value === '' ? null : Number(value));
