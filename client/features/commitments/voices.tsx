import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommitmentView, TimelineStep } from '../../../shared/commitments/progress.schema.js';
import { formatDay } from '../../lib/format';
import { VoiceFigure, voices, type Voice } from './voice-figure';
import { usePartName } from './words-for';

/** What each voice says is in the timeline; here is which of it counts as whose. */
const spokenBy: Readonly<Partial<Record<TimelineStep['type'], Voice>>> = {
  reported: 'promisor',
  acknowledged: 'otherSide',
  contested: 'otherSide',
  unanswered: 'otherSide',
  assessed: 'evaluators',
};

/** The three voices beside each other in columns of one width; no number merges them, and none stands over another. */
export function Voices({ commitment }: { commitment: CommitmentView }): ReactNode {
  const { t } = useTranslation('commitments');
  return (
    <section id="voices">
      <h2>{t('voices.title')}</h2>
      <p className="measure soft">{t('voices.what')}</p>
      <div className="voices">
        {voices.map((voice) => (
          <section key={voice} className="voice" aria-labelledby={`voice-${voice}`}>
            <h3 id={`voice-${voice}`}>{t(`voice.name.${voice}`)}</h3>
            <VoiceFigure progress={commitment.progress} voice={voice} />
            <Said steps={commitment.timeline.filter(({ type }) => spokenBy[type] === voice)} />
          </section>
        ))}
      </div>
    </section>
  );
}

/** What a voice said, the newest first, each leading to its place in the timeline. */
function Said({ steps }: { steps: readonly TimelineStep[] }): ReactNode {
  const { i18n } = useTranslation();
  const say = useShortWords();
  return (
    <ol className="plain-list voice__said">
      {steps.toReversed().map((step) => (
        <li key={step.rev}>
          <time className="small soft" dateTime={step.on}>
            {formatDay(i18n.language, step.on)}
          </time>
          <a href={`#step-${step.rev}`}>{say(step)}</a>
        </li>
      ))}
    </ol>
  );
}

/** What was said, in a few words. */
function useShortWords(): (step: TimelineStep) => string {
  const { t } = useTranslation('commitments');
  const part = usePartName();
  return (step) => {
    if (step.type === 'reported')
      return t(step.withdrawn ? 'short.taken_back' : 'short.says', {
        part: part(step.milestone),
        what: t(`status.${step.status}`),
      });
    if (step.type === 'assessed')
      return t('short.says', { part: part(step.milestone), what: t(`level.${step.level}`) });
    const claim = 'claim' in step ? step.claim : 0;
    const what = step.type === 'acknowledged' || step.type === 'contested' ? step.type : 'unanswered';
    return t('short.says', { part: t('claim', { number: claim }), what: t(`answer.${what}`) });
  };
}
