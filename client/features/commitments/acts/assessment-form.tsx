import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { assessmentLevels, commitmentLimits, confidences } from '../../../../shared/commitments/commitment.rules.js';
import type { CommitmentView, Evidence } from '../../../../shared/commitments/progress.schema.js';
import type { ErrorOf } from '../../../lib/field-errors';
import { useKeptForm, type KeptForm } from '../../../lib/use-kept-form';
import { ChoiceGroup } from '../../../ui/field';
import { TextPairFields, type TextPair } from '../../../ui/text-pair-fields';
import { ActForm, type ActPlace } from './act-form';
import type { CommitmentAct } from './acts-api';
import { EvidenceFields, noEvidence, sentEvidence } from './evidence-fields';
import { PartField, partOf } from './part-field';
import { inAll } from './words-fields';

interface AssessmentValues {
  readonly milestone: string;
  readonly level: string;
  readonly reasons: TextPair;
  readonly confidence: string;
  readonly uncertainty: TextPair;
  readonly evidence: Evidence;
}

const assessmentOf = (values: AssessmentValues, languages: readonly string[]): CommitmentAct => ({
  type: 'assess',
  body: {
    milestone: partOf(values.milestone),
    level: assessmentLevels.find((one) => one === values.level) ?? 'not_started',
    reasons: inAll(values.reasons, languages),
    confidence: confidences.find((one) => one === values.confidence) ?? 'medium',
    uncertainty: inAll(values.uncertainty, languages),
    evidence: sentEvidence(values.evidence),
  },
});

/** An independent evaluator's finding, with reasons and what is not known, in both languages. */
export function AssessmentForm({ view, ...place }: ActPlace & { view: CommitmentView }): ReactNode {
  const { dyad, commitment, languages } = place;
  const { t } = useTranslation(['commitment-acts', 'commitments']);
  const form = useKeptForm<AssessmentValues>(`${dyad}.assessment.${commitment}`, {
    milestone: String(view.milestones[0]?.number ?? ''),
    level: 'not_started',
    reasons: {},
    confidence: 'medium',
    uncertainty: {},
    evidence: noEvidence,
  });
  const { values, change } = form;
  return (
    <ActForm
      {...place}
      form={form}
      title={t('assess.title')}
      act={assessmentOf(values, languages)}
      action={t('assess.send')}
    >
      {(errorOf) => (
        <>
          <PartField milestones={view.milestones} form={form} errorOf={errorOf} />
          <ChoiceGroup
            legend={t('assess.level')}
            name="assessment-level"
            value={values.level}
            options={assessmentLevels.map((value) => ({ value, label: t(`commitments:level.${value}`) }))}
            onChange={(level) => change({ level })}
          />
          <Reasons languages={languages} form={form} errorOf={errorOf} />
          <EvidenceFields field="evidence" form={form} errorOf={errorOf} />
        </>
      )}
    </ActForm>
  );
}

/** Why, how sure one is, and what is not known. */
function Reasons({
  languages,
  form: { values, change },
  errorOf,
}: Pick<ActPlace, 'languages'> & { form: KeptForm<AssessmentValues>; errorOf: ErrorOf }): ReactNode {
  const { t } = useTranslation(['commitment-acts', 'commitments']);
  const pairs = { long: true, languages, maximum: commitmentLimits.reason, errorOf };
  return (
    <>
      <TextPairFields
        {...pairs}
        label={t('assess.reasons')}
        field="reasons"
        value={values.reasons}
        change={(reasons) => change({ reasons })}
      />
      <ChoiceGroup
        legend={t('assess.confidence')}
        name="assessment-confidence"
        value={values.confidence}
        options={confidences.map((value) => ({ value, label: t(`commitments:confidence.${value}`) }))}
        onChange={(confidence) => change({ confidence })}
      />
      <TextPairFields
        {...pairs}
        label={t('assess.uncertainty')}
        field="uncertainty"
        value={values.uncertainty}
        change={(uncertainty) => change({ uncertainty })}
      />
    </>
  );
}
