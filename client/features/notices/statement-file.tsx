import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../lib/api-client';

/** The reasons in the form in which they can be compared with those of others. */
export function StatementFile({ dyad, notice }: { dyad: string; notice: string }): ReactNode {
  const { t } = useTranslation('notices');
  return (
    <p>
      <a
        className="target-link"
        href={addressOf('GET /api/dyads/:dyad/notices/:notice/statement.json', { params: { dyad, notice } })}
        download
      >
        {t('file')}
      </a>
      <br />
      <span className="small soft">{t('file_what')}</span>
    </p>
  );
}
