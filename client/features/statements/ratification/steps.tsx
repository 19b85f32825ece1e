import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RatificationView } from '../../../../shared/statements/ratification.schema.js';

const steps = ['drafting', 'aligned', 'frozen', 'ratified'] as const;

/** Where a statement stands on its way; said in words, and the step it is at is named as such. */
export function Steps({ view }: { view: RatificationView }): ReactNode {
  const { t } = useTranslation('ratification');
  const current = stepOf(view);
  const at = steps.indexOf(current);
  return (
    <ol className="plain-list steps" aria-label={t('panel.steps')}>
      {steps.map((step, number) => (
        <li
          key={step}
          className={number < at || current === 'ratified' ? 'steps__step steps__step--done' : 'steps__step'}
          aria-current={step === current ? 'step' : undefined}
        >
          {t(`step.${step}`)}
        </li>
      ))}
    </ol>
  );
}

function stepOf({ state, hash }: RatificationView): (typeof steps)[number] {
  if (state !== 'drafting') return state;
  return hash === null ? 'drafting' : 'aligned';
}
