import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { statesOf, type Standing } from '../../../shared/commitments/standing.rules.js';
import { formatDay } from '../../lib/format';

/** Everything that holds of a commitment, in words; what asks for a look has a heavier line. */
export function StateTags({ of }: { of: Standing }): ReactNode {
  const { t, i18n } = useTranslation('commitments');
  return (
    <span className="state-tags">
      {statesOf(of).map((state) => (
        <span key={state} className={`tag state-tag state-tag--${state}`}>
          {state === 'suspended' && of.suspendedUntil !== null
            ? t('suspended_until', { day: formatDay(i18n.language, of.suspendedUntil) })
            : t(`state.${state}`)}
        </span>
      ))}
    </span>
  );
}
