import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../lib/api-client';

/** What proves the decision, once the public record commits to it. */
export function DecisionProof({ dyad, notice }: { dyad: string; notice: string }): ReactNode {
  const { t } = useTranslation('notices');
  return (
    <p>
      <a
        className="target-link"
        href={addressOf('GET /api/dyads/:dyad/notices/:notice/commitment.json', { params: { dyad, notice } })}
        download
      >
        {t('proof')}
      </a>
      <br />
      <span className="small soft">{t('proof_what')}</span>
    </p>
  );
}

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
