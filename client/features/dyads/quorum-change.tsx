import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** How many organisations of each side have to sign, by a version of the charter, and what it was before. */
export function QuorumChange({ before, after }: { before: number | undefined; after: number }): ReactNode {
  const { t } = useTranslation('organisations');
  const isNew = before !== undefined && before !== after;
  return (
    <p>
      {isNew ? <ins>{t('quorum', { count: after })}</ins> : t('quorum', { count: after })}{' '}
      {isNew && <span className="soft">{t('quorum_before', { count: before })}</span>}
    </p>
  );
}
