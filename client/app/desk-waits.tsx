import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDeskCounts } from '../features/desk/api';

/** How much waits on the desk; says nothing to a moderator who has not shown a second factor. */
export function DeskWaits({ dyad }: { dyad: string }): ReactNode {
  const { t } = useTranslation('moderation');
  const { data } = useDeskCounts(dyad);
  const count = data?.pending ?? 0;
  if (count === 0) return null;
  return (
    <Link className="target-link" to={`/d/${dyad}/desk`}>
      {t('desk.waits', { count })}
    </Link>
  );
}
