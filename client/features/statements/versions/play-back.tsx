import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryStep } from '../../../../shared/statements/history.schema.js';
import type { ClauseOf } from '../../../../shared/statements/statement-changes.js';
import { useShortcuts } from '../../../lib/use-shortcuts';
import { Button } from '../../../ui/button';

const millisecondsPerStep = 1_500;

/** What the statement said after each step, made from what each of them changed. */
export function statesOf(steps: readonly HistoryStep[]): ClauseOf[][] {
  const texts = new Map<string, ClauseOf>();
  return steps.map(({ order, clauses }) => {
    for (const clause of clauses) texts.set(clause.id, clause);
    return order.flatMap((id) => texts.get(id) ?? []);
  });
}

interface PlayBackProps {
  /** The step that is shown; 1 is the first. */
  readonly number: number;
  readonly loaded: number;
  readonly total: number;
  readonly onStep: (number: number) => void;
}

/** Goes through the steps: by a slider, one at a time, or by itself. Nothing moves but what is shown. */
export function PlayBack({ number, loaded, total, onStep }: PlayBackProps): ReactNode {
  const { t } = useTranslation('statement-versions');
  const [playing, setPlaying] = useState(false);
  const go = (to: number): void => onStep(Math.min(Math.max(1, to), loaded));
  const isRunning = playing && number < total;
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setTimeout(() => onStep(Math.min(number + 1, loaded)), millisecondsPerStep);
    return () => clearTimeout(timer);
  }, [isRunning, number, loaded, onStep]);
  useShortcuts({ next: () => go(number + 1), previous: () => go(number - 1) });
  const play = (): void => {
    if (!isRunning && number >= total) onStep(1);
    setPlaying(!isRunning);
  };
  return (
    <div className="play-back">
      <label className="play-back__slider">
        <span className="small soft">{t('play.slider')}</span>
        <input
          type="range"
          min={1}
          max={total}
          value={number}
          aria-valuetext={t('play.step', { number, total })}
          onChange={({ target }) => {
            setPlaying(false);
            go(Number(target.value));
          }}
        />
      </label>
      <div className="row">
        <Button busy={number <= 1} onClick={() => go(number - 1)}>
          {t('play.previous')}
        </Button>
        <Button weight="main" onClick={play}>
          {isRunning ? t('play.stop') : t('play.start')}
        </Button>
        <Button busy={number >= total} onClick={() => go(number + 1)}>
          {t('play.next')}
        </Button>
      </div>
    </div>
  );
}
