import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { erasureGrounds } from '../../../../shared/record/erasure.rules.js';
import { useKeptForm } from '../../../lib/use-kept-form';
import { ChoiceGroup, TextField } from '../../../ui/field';
import { ProposalForm } from '../proposal-form';

interface ErasureValues {
  readonly entry: string;
  readonly paths: string;
  readonly ground: string;
  readonly reason: string;
}

const empty: ErasureValues = { entry: '', paths: '', ground: '', reason: '' };

/** Texts of the public record that would be destroyed, and why. */
export function ProposeErasure({ dyad, onSent }: { dyad: string; onSent: () => void }): ReactNode {
  const { t } = useTranslation('erasure');
  const form = useKeptForm<ErasureValues>(`${dyad}.act.erasure`, empty);
  const { entry, paths } = form.values;
  const ground = erasureGrounds.find((one) => one === form.values.ground);
  const isNumber = /^\d{1,9}$/.test(entry.trim());
  const named = paths.split(/\s+/).filter((path) => path !== '');
  const details = { entry: Number(entry), paths: named, ...(ground && { ground }) };
  const missing = isNumber ? t('choose') : t('number');
  return (
    <ProposalForm
      dyad={dyad}
      form={form}
      proposal={{ kind: 'record.erase', details }}
      obstacle={isNumber && ground ? undefined : missing}
      onSent={onSent}
    >
      {(errorOf) => (
        <>
          <TextField
            label={t('entry')}
            hint={t('entry_hint')}
            error={errorOf('details.entry', t('entry'))}
            inputMode="numeric"
            dir="ltr"
            maxLength={9}
            value={entry}
            onChange={({ target }) => form.change({ entry: target.value })}
          />
          <TextField
            label={t('paths')}
            hint={t('paths_hint')}
            error={errorOf('details.paths', t('paths'))}
            dir="ltr"
            value={paths}
            onChange={({ target }) => form.change({ paths: target.value })}
          />
          <ChoiceGroup
            legend={t('why')}
            name="ground"
            value={ground ?? ''}
            options={erasureGrounds.map((one) => ({ value: one, label: t(`ground.${one}`) }))}
            onChange={(value) => form.change({ ground: value })}
          />
          <p>{t('reach')}</p>
          <p className="notice notice--caution">{t('care')}</p>
        </>
      )}
    </ProposalForm>
  );
}
