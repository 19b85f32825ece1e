import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { commitmentLimits } from '../../../../shared/commitments/commitment.rules.js';
import { SelectField } from '../../../ui/field';
import { TextPairFields } from '../../../ui/text-pair-fields';
import { ValueField } from '../acts/value-field';
import type { DraftPart } from './draft-part';

/** What is measured, in what, from where and to where. */
export function IndicatorFields({ form, languages, errorOf, tried }: DraftPart): ReactNode {
  const { t } = useTranslation(['commitment-acts', 'errors']);
  const { indicator, unit, decimals, baseline, target } = form.values;
  const missing = (value: string, label: string) =>
    tried && value.trim() === '' ? t('errors:field.required', { field: label }) : undefined;
  return (
    <>
      <TextPairFields
        label={t('draft.indicator')}
        hint={t('draft.indicator_hint')}
        field="content.indicator.name"
        languages={languages}
        value={indicator}
        maximum={commitmentLimits.indicator}
        errorOf={errorOf}
        change={(value) => form.change({ indicator: value })}
      />
      <TextPairFields
        label={t('draft.unit')}
        field="content.indicator.unit"
        languages={languages}
        value={unit}
        maximum={commitmentLimits.unit}
        errorOf={errorOf}
        change={(value) => form.change({ unit: value })}
      />
      <div className="draft-numbers">
        <SelectField
          label={t('draft.decimals')}
          value={String(decimals)}
          options={Array.from({ length: commitmentLimits.decimals + 1 }, (_, at) => ({
            value: String(at),
            label: String(at),
          }))}
          onChange={(event) => form.change({ decimals: Number(event.target.value) })}
        />
        <ValueField
          label={t('draft.baseline')}
          decimals={decimals}
          value={baseline}
          error={missing(baseline, t('draft.baseline')) ?? errorOf('content.indicator.baseline', t('draft.baseline'))}
          change={(value) => form.change({ baseline: value })}
        />
        <ValueField
          label={t('draft.target')}
          decimals={decimals}
          value={target}
          error={missing(target, t('draft.target')) ?? errorOf('content.indicator.target', t('draft.target'))}
          change={(value) => form.change({ target: value })}
        />
      </div>
    </>
  );
}
