import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CommitmentView, TimelineStep } from '../../../shared/commitments/progress.schema.js';
import { formatDay } from '../../lib/format';
import { formatScaled } from '../../lib/numbers';
import { ToldWords } from '../../ui/commitment/commitment-texts';
import { erasedAt } from '../../ui/erased-text';
import type { SideName } from '../../ui/member-name';
import { TextIn } from '../../ui/text-in';
import { Sentence } from '../../ui/texts';
import { EvidenceList } from './evidence-list';
import { usePartName } from './words-for';
import { WrittenWords } from './written-words';

export interface StepGiven {
  readonly commitment: CommitmentView;
  readonly languages: readonly string[];
  readonly sideName: SideName;
}

type Of<Type extends TimelineStep['type']> = StepGiven & { readonly step: Extract<TimelineStep, { type: Type }> };

/** What happened, with the words of those who said it. */
export function StepWords({ step, ...given }: StepGiven & { step: TimelineStep }): ReactNode {
  switch (step.type) {
    case 'reported':
      return <Reported step={step} {...given} />;
    case 'acknowledged':
    case 'contested':
      return <Answered step={step} {...given} />;
    case 'assessed':
      return <Assessed step={step} {...given} />;
    default:
      return <Told step={step} {...given} />;
  }
}

type Joint = 'adopted' | 'suspended' | 'resumed' | 'withdrawn' | 'superseded' | 'missed';

/** What both sides did together, what the clock wrote down, and what was taken back. */
function Told({ step, commitment, languages }: Of<Joint | 'unanswered' | 'claim_withdrawn'>): ReactNode {
  const { t, i18n } = useTranslation('commitments');
  const number = 'claim' in step ? step.claim : 'milestone' in step ? step.milestone : 0;
  const day = 'until' in step ? formatDay(i18n.language, step.until) : '';
  return (
    <>
      <p>
        {t(`timeline.${step.type}`, { number, day })}{' '}
        {step.type === 'superseded' && (
          <Link to={`/d/${commitment.dyad}/commitments/${step.by}`}>{t('superseded_by')}</Link>
        )}
      </p>
      {step.type === 'claim_withdrawn' && (
        <WrittenWords words={step.reason} languages={languages} erased={erasedAt(step.erased, 'reason')} />
      )}
      {(step.type === 'suspended' || step.type === 'withdrawn') && (
        <ToldWords texts={step.reason} languages={languages} erased={step.erased} path="reason" />
      )}
    </>
  );
}

function Reported({ step, commitment, languages }: Of<'reported'>): ReactNode {
  const { t, i18n } = useTranslation('commitments');
  const part = usePartName();
  const { indicator } = commitment.content;
  return (
    <>
      <p>
        <Sentence
          texts={{ organisation: step.organisation.name }}
          say={({ organisation = '' }) => t('timeline.reported', { number: step.claim, organisation })}
        />
      </p>
      <p className="row">
        <strong>{t('short.says', { part: part(step.milestone), what: t(`status.${step.status}`) })}</strong>
        {step.late && <span className="tag">{t('milestones.late')}</span>}
        <span className="tag">
          {step.withdrawn
            ? t('taken_back')
            : step.answer === 'waiting'
              ? t('answer_by', { day: formatDay(i18n.language, step.answerBy) })
              : t(`answer.${step.answer}`)}
        </span>
      </p>
      {step.newDay !== null && <p>{t('new_day', { day: formatDay(i18n.language, step.newDay) })}</p>}
      {step.value !== null && (
        <p>
          {t('milestones.value_is', { value: formatScaled(i18n.language, step.value, indicator.decimals) })}{' '}
          <TextIn texts={indicator.unit} languages={[i18n.language, ...languages]} />
        </p>
      )}
      <WrittenWords words={step.narrative} languages={languages} erased={erasedAt(step.erased, 'narrative')} />
      <EvidenceList evidence={step.evidence} erased={step.erased} />
    </>
  );
}

function Answered({ step, languages, sideName }: Of<'acknowledged' | 'contested'>): ReactNode {
  const { t } = useTranslation('commitments');
  const who = step.organisation?.name;
  return (
    <>
      <p>
        {who ? (
          <Sentence
            texts={{ who }}
            say={({ who: name = '' }) => t(`timeline.${step.type}`, { number: step.claim, who: name })}
          />
        ) : (
          t(`timeline.${step.type}`, { number: step.claim, who: t('stewards_of', { side: sideName(step.side) }) })
        )}
      </p>
      {step.type === 'contested' && (
        <>
          <p>
            <strong>{t(`contested_part.${step.part}`)}</strong>
          </p>
          <WrittenWords words={step.reason} languages={languages} erased={erasedAt(step.erased, 'reason')} />
          <EvidenceList evidence={step.evidence} erased={step.erased} />
        </>
      )}
    </>
  );
}

function Assessed({ step, languages }: Of<'assessed'>): ReactNode {
  const { t } = useTranslation('commitments');
  const part = usePartName();
  return (
    <>
      <p>{t('timeline.assessed', { number: step.evaluator })}</p>
      <p className="row">
        <strong>{t('short.says', { part: part(step.milestone), what: t(`level.${step.level}`) })}</strong>
        <span className="tag">{t(`confidence.${step.confidence}`)}</span>
      </p>
      <ToldWords texts={step.reasons} languages={languages} erased={step.erased} path="reasons" />
      <p className="small soft">{t('uncertainty')}</p>
      <ToldWords texts={step.uncertainty} languages={languages} erased={step.erased} path="uncertainty" />
      <EvidenceList evidence={step.evidence} erased={step.erased} />
    </>
  );
}
