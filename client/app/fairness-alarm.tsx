import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFairness } from '../features/fairness/api';

/** Tells stewards of both sides, in the same words, that they are to look at how both are treated. */
export function FairnessAlarm({ dyad }: { dyad: string }): ReactNode {
  const { t } = useTranslation('fairness');
  if (useFairness(dyad).data?.report?.finding !== 'alarm') return null;
  return (
    <div className="notice notice--caution measure" role="note">
      <p>
        {t('stewards')} <Link to={`/d/${dyad}/fairness#alarm`}>{t('stewards_link')}</Link>
      </p>
    </div>
  );
}
