import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { appealMaximum } from '../../../../shared/moderation/appeal.rules.js';
import type { AppealCase } from '../../../../shared/moderation/appeal.schema.js';
import { kindRules, type ContentKind } from '../../../../shared/moderation/content-kind.rules.js';
import { useErrorOf, useFocusOnError } from '../../../lib/field-errors';
import { useKeptForm, type KeptForm } from '../../../lib/use-kept-form';
import { Button } from '../../../ui/button';
import { ChoiceGroup } from '../../../ui/field';
import { TextPairFields } from '../../../ui/text-pair-fields';
import { MeasureField, SanctionField } from '../proposal/draft-fields';
import { emptyDraft } from '../proposal/draft-values';
import type { NewVerdict } from './api';
import { emptyVerdict, variationOf, verdictLacks, verdictsFor, type VerdictValues } from './verdict-values';

interface VerdictFormProps {
  readonly place: string;
  readonly appeal: AppealCase;
  readonly languages: readonly string[];
  readonly kind: ContentKind;
  readonly error: unknown;
  readonly busy: boolean;
  readonly send: (verdict: NewVerdict, sent: () => void) => void;
}

/** Whether a decision stands, stands in part, or is undone; with reasons that whoever appealed reads in their language. */
export function AppealVerdictForm({ place, appeal, kind, languages, error, busy, send }: VerdictFormProps): ReactNode {
  const { t } = useTranslation('moderation');
  const form = useKeptForm(place, emptyVerdict(appeal));
  const { values, change } = form;
  const [tried, setTried] = useState<object>();
  const lacks = tried ? verdictLacks(values, appeal, languages) : [];
  const errorOf = useErrorOf(error);
  const ref = useFocusOnError(error ?? tried);
  const heading = useId();
  const verdicts = verdictsFor(appeal);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried({});
    if (busy || values.verdict === '' || verdictLacks(values, appeal, languages).length > 0) return;
    const { verdict, reasons } = values;
    send({ verdict, variation: verdict === 'vary' ? variationOf(values) : null, reasons }, form.forget);
  };
  return (
    <form ref={ref} className="stack reason-form proposal-form" aria-labelledby={heading} noValidate onSubmit={submit}>
      <h3 id={heading}>{t('panel.give')}</h3>
      <ChoiceGroup
        legend={t('panel.verdict')}
        name="appeal-verdict"
        value={values.verdict}
        options={verdicts.map((value) => ({ value, label: t(`appeal.choice.${value}`) }))}
        onChange={(value) => change({ verdict: verdicts.find((one) => one === value) ?? '' })}
      />
      {lacks.includes('verdict') && <p className="field__error">{t('appeal.lacks.verdict')}</p>}
      {values.verdict === 'vary' && (
        <VariationFields appeal={appeal} kind={kind} form={form} isUnfit={lacks.includes('variation')} />
      )}
      <TextPairFields
        label={t('panel.note')}
        hint={t('appeal.reasons_hint')}
        field="reasons"
        languages={languages}
        value={values.reasons}
        maximum={appealMaximum}
        long
        errorOf={(field, named) =>
          lacks.some((lack) => lack === field) ? t('appeal.lacks.reasons') : errorOf(field, named)
        }
        change={(reasons) => change({ reasons })}
      />
      <p>
        <Button type="submit" weight="main" busy={busy}>
          {t('panel.send')}
        </Button>
      </p>
    </form>
  );
}

interface VariationProps {
  readonly appeal: AppealCase;
  readonly kind: ContentKind;
  readonly form: KeptForm<VerdictValues>;
  readonly isUnfit: boolean;
}

/** What is left of the decision: less of what was done with the words, with their author, or with both. */
function VariationFields({ appeal, kind, form: { values, change }, isUnfit }: VariationProps): ReactNode {
  const { t } = useTranslation('moderation');
  const fields = { values: { ...emptyDraft(''), ...values }, change, wrong: () => undefined };
  const measures = kindRules[kind].measures.filter((one) => one === appeal.decision?.measure || one === 'redact');
  return (
    <>
      <MeasureField {...fields} measures={measures} />
      {kindRules[kind].sanctions && <SanctionField {...fields} />}
      {isUnfit && <p className="field__error">{t('appeal.lacks.variation')}</p>}
    </>
  );
}
