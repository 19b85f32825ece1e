import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { commitmentLimits, progressStatuses } from '../../../../shared/commitments/commitment.rules.js';
import type { CommitmentPart, CommitmentView, Evidence } from '../../../../shared/commitments/progress.schema.js';
import type { ErrorOf } from '../../../lib/field-errors';
import { textIn } from '../../../lib/format';
import { scaledNumber } from '../../../lib/scaled-number';
import { useKeptForm, type KeptForm } from '../../../lib/use-kept-form';
import { ChoiceGroup, SelectField, TextField } from '../../../ui/field';
import type { TextPair } from '../../../ui/text-pair-fields';
import { ActForm, type ActPlace } from './act-form';
import type { CommitmentAct } from './acts-api';
import { EvidenceFields, noEvidence, sentEvidence } from './evidence-fields';
import { PartField, partOf } from './part-field';
import { ValueField } from './value-field';
import { WordsFields, writtenWords } from './words-fields';

interface ClaimValues {
  readonly organisation: string;
  readonly milestone: string;
  readonly status: string;
  readonly newDay: string;
  readonly value: string;
  readonly narrative: TextPair;
  readonly evidence: Evidence;
}

interface ClaimFormProps extends ActPlace {
  readonly view: CommitmentView;
  readonly organisations: CommitmentPart['reportsFor'];
}

/** The first milestone that is not claimed yet, which is what people mostly come for. */
const nextMilestone = ({ milestones }: CommitmentView): string =>
  String(milestones.find(({ claimedOn }) => claimedOn === null)?.number ?? '');

/** What would be claimed; none while the value is no number. */
function claimOf(values: ClaimValues, props: ClaimFormProps): CommitmentAct | undefined {
  const { languages, view, organisations } = props;
  const status = progressStatuses.find((one) => one === values.status) ?? 'in_progress';
  const value = values.value.trim() === '' ? null : scaledNumber(values.value, view.content.indicator.decimals);
  if (value === undefined) return undefined;
  const organisation = organisations.find(({ id }) => id === values.organisation) ?? organisations[0];
  return {
    type: 'claim',
    body: {
      organisation: organisation?.id ?? '',
      milestone: partOf(values.milestone),
      status,
      newDay: status === 'missed_will_follow' ? values.newDay : null,
      value,
      narrative: writtenWords(values.narrative, languages),
      evidence: sentEvidence(values.evidence),
    },
  };
}

/** How far a milestone or the whole is, said for a responsible organisation. */
export function ClaimForm(props: ClaimFormProps): ReactNode {
  const { dyad, commitment, languages, view } = props;
  const { t } = useTranslation('commitment-acts');
  const form = useKeptForm<ClaimValues>(`${dyad}.claim.${commitment}`, {
    organisation: '',
    milestone: nextMilestone(view),
    status: 'reached',
    newDay: '',
    value: '',
    narrative: {},
    evidence: noEvidence,
  });
  const { values, change } = form;
  return (
    <ActForm
      {...{ dyad, commitment, languages, form }}
      title={t('claim.title')}
      act={claimOf(values, props)}
      action={t('claim.send')}
    >
      {(errorOf) => (
        <>
          <HowFar {...props} form={form} errorOf={errorOf} />
          <WordsFields
            label={t('claim.narrative')}
            field="narrative"
            languages={languages}
            value={values.narrative}
            maximum={commitmentLimits.narrative}
            errorOf={errorOf}
            change={(narrative) => change({ narrative })}
          />
          <EvidenceFields field="evidence" form={form} errorOf={errorOf} />
          <p className="small soft">{t('claim.next')}</p>
        </>
      )}
    </ActForm>
  );
}

/** For whom, of which part, and how far. */
function HowFar({
  view,
  organisations,
  form,
  errorOf,
}: ClaimFormProps & { form: KeptForm<ClaimValues>; errorOf: ErrorOf }): ReactNode {
  const { values, change } = form;
  const { t, i18n } = useTranslation(['commitment-acts', 'commitments']);
  return (
    <>
      {organisations.length > 1 && (
        <SelectField
          label={t('for')}
          value={values.organisation}
          options={organisations.map(({ id, name }) => ({ value: id, label: textIn(name, i18n.language) }))}
          onChange={({ target }) => change({ organisation: target.value })}
        />
      )}
      <PartField milestones={view.milestones} form={form} errorOf={errorOf} />
      <ChoiceGroup
        legend={t('claim.status')}
        name="claim-status"
        value={values.status}
        options={progressStatuses.map((value) => ({ value, label: t(`commitments:status.${value}`) }))}
        onChange={(status) => change({ status })}
      />
      {values.status === 'missed_will_follow' && (
        <TextField
          type="date"
          label={t('claim.new_day')}
          hint={t('claim.new_day_hint')}
          error={errorOf('newDay', t('claim.new_day'))}
          value={values.newDay}
          onChange={({ target }) => change({ newDay: target.value })}
        />
      )}
      <ValueField
        label={t('claim.value', { indicator: textIn(view.content.indicator.name, i18n.language) })}
        unit={view.content.indicator.unit}
        decimals={view.content.indicator.decimals}
        value={values.value}
        error={errorOf('value', t('value'))}
        change={(value) => change({ value })}
      />
    </>
  );
}
