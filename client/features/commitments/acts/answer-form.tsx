import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { commitmentLimits, contestedParts } from '../../../../shared/commitments/commitment.rules.js';
import type { CommitmentPart, Evidence } from '../../../../shared/commitments/progress.schema.js';
import type { ErrorOf } from '../../../lib/field-errors';
import { textIn } from '../../../lib/format';
import { useKeptForm, type KeptForm } from '../../../lib/use-kept-form';
import { ChoiceGroup, SelectField } from '../../../ui/field';
import type { TextPair } from '../../../ui/text-pair-fields';
import { ActForm, type ActPlace } from './act-form';
import type { CommitmentAct } from './acts-api';
import { EvidenceFields, noEvidence, sentEvidence } from './evidence-fields';
import { WordsFields, writtenWords } from './words-fields';

interface AnswerValues {
  readonly answer: string;
  readonly organisation: string;
  readonly part: string;
  readonly reason: TextPair;
  readonly evidence: Evidence;
}

interface AnswerFormProps extends ActPlace {
  readonly claim: number;
  readonly part: CommitmentPart;
}

/** What would be answered: in the name of an organisation, or of the stewards of the side where none is chosen. */
function answerOf(values: AnswerValues, { claim, languages, part }: AnswerFormProps): CommitmentAct {
  const asSteward = part.answersAsSteward && values.organisation === '';
  const organisation = asSteward
    ? null
    : (part.answersFor.find(({ id }) => id === values.organisation) ?? part.answersFor[0])?.id;
  const by = { organisation: organisation ?? null };
  if (values.answer === 'acknowledged')
    return { type: 'answer', claim, body: { answer: { answer: 'acknowledged', ...by } } };
  return {
    type: 'answer',
    claim,
    body: {
      answer: {
        answer: 'contested',
        ...by,
        part: contestedParts.find((one) => one === values.part) ?? 'whole',
        reason: writtenWords(values.reason, languages),
        evidence: sentEvidence(values.evidence),
      },
    },
  };
}

/** The other side's word on a claim: that it is so, or what of it is not, and why. */
export function AnswerForm(props: AnswerFormProps): ReactNode {
  const { dyad, commitment, languages, claim, part } = props;
  const { t, i18n } = useTranslation('commitment-acts');
  const form = useKeptForm<AnswerValues>(`${dyad}.answer.${commitment}.${claim}`, {
    answer: 'acknowledged',
    organisation: '',
    part: 'whole',
    reason: {},
    evidence: noEvidence,
  });
  const { values, change } = form;
  const speakers = [
    ...(part.answersAsSteward ? [{ value: '', label: t('answer.as_steward') }] : []),
    ...part.answersFor.map(({ id, name }) => ({ value: id, label: textIn(name, i18n.language) })),
  ];
  return (
    <ActForm
      {...{ dyad, commitment, languages, form }}
      title={t('answer.title', { number: claim })}
      act={answerOf(values, props)}
      action={values.answer === 'contested' ? t('answer.contest') : t('answer.acknowledge')}
    >
      {(errorOf) => (
        <>
          {speakers.length > 1 && (
            <SelectField
              label={t('for')}
              value={values.organisation}
              options={speakers}
              onChange={({ target }) => change({ organisation: target.value })}
            />
          )}
          <ChoiceGroup
            legend={t('answer.legend')}
            name={`answer-${claim}`}
            value={values.answer}
            options={[
              { value: 'acknowledged', label: t('answer.is_so') },
              { value: 'contested', label: t('answer.is_not_so') },
            ]}
            onChange={(answer) => change({ answer })}
          />
          {values.answer === 'contested' && <Contest {...props} form={form} errorOf={errorOf} />}
        </>
      )}
    </ActForm>
  );
}

/** What of the claim is not so, why, and what shows it. */
function Contest({
  claim,
  languages,
  form,
  errorOf,
}: AnswerFormProps & { form: KeptForm<AnswerValues>; errorOf: ErrorOf }): ReactNode {
  const { values, change } = form;
  const { t } = useTranslation(['commitment-acts', 'commitments']);
  return (
    <>
      <ChoiceGroup
        legend={t('answer.part')}
        name={`answer-part-${claim}`}
        value={values.part}
        options={contestedParts.map((value) => ({ value, label: t(`commitments:contested_part.${value}`) }))}
        onChange={(value) => change({ part: value })}
      />
      <WordsFields
        label={t('answer.reason')}
        field="answer.reason"
        languages={languages}
        value={values.reason}
        maximum={commitmentLimits.reason}
        errorOf={errorOf}
        change={(reason) => change({ reason })}
      />
      <EvidenceFields field="answer.evidence" form={form} errorOf={errorOf} />
    </>
  );
}
