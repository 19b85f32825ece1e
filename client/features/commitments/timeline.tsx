import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CommitmentView, TimelineStep } from '../../../shared/commitments/progress.schema.js';
import { formatDay } from '../../lib/format';
import type { SideName } from '../../ui/member-name';
import { PromisorMarks } from '../../ui/promisor-marks';
import { SideMark } from '../../ui/side-mark';
import { StepWords, type StepGiven } from './timeline-step';

interface TimelineProps {
  readonly commitment: CommitmentView;
  readonly languages: readonly string[];
  readonly sideName: SideName;
  /** Where it comes from: the first line, before both sides adopted it. */
  readonly origin: { readonly on: string | undefined; readonly words: ReactNode };
}

/** Everything from the clause to the newest word, a line each, with its day and whose it is. */
export function Timeline({ commitment, languages, sideName, origin }: TimelineProps): ReactNode {
  const { t, i18n } = useTranslation('commitments');
  const given: StepGiven = { commitment, languages, sideName };
  return (
    <section id="timeline">
      <h2>{t('timeline.title')}</h2>
      <ol className="plain-list timeline">
        <li className="timeline__step">
          {origin.on !== undefined && (
            <time className="timeline__day" dateTime={origin.on}>
              {formatDay(i18n.language, origin.on)}
            </time>
          )}
          <span className="timeline__whose">
            <PromisorMarks promisor="joint" sideName={sideName} />
          </span>
          <div className="timeline__what">
            <p>{origin.words}</p>
          </div>
        </li>
        {commitment.timeline.map((step) => (
          <li key={step.rev} id={`step-${step.rev}`} className="timeline__step">
            <time className="timeline__day" dateTime={step.on}>
              {formatDay(i18n.language, step.on)}
            </time>
            <span className="timeline__whose">
              <Whose step={step} sideName={sideName} />
            </span>
            <div className="timeline__what">
              <StepWords step={step} {...given} />
              {step.entry !== null && (
                <p className="small">
                  <Link to={`/d/${commitment.dyad}/record/${step.entry}`}>
                    {t('timeline.entry', { number: step.entry })}
                  </Link>
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The mark of whoever did it: of a side, of both, of nobody's, or none where the clock wrote it down. */
function Whose({ step, sideName }: { step: TimelineStep; sideName: SideName }): ReactNode {
  switch (step.type) {
    case 'adopted':
    case 'suspended':
    case 'resumed':
    case 'withdrawn':
    case 'superseded':
      return <PromisorMarks promisor="joint" sideName={sideName} />;
    case 'reported':
      return <SideMark side={step.organisation.side} label={sideName(step.organisation.side)} />;
    case 'acknowledged':
    case 'contested':
      return <SideMark side={step.side} label={sideName(step.side)} />;
    case 'assessed':
      return <SideMark side="neutral" label={sideName('neutral')} />;
    case 'missed':
    case 'unanswered':
    case 'claim_withdrawn':
      return null;
  }
}
