import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Place } from './api';
import './versions.css';

/** What else there is to read about a statement. */
export function StatementLinks({ dyad, statement }: Place): ReactNode {
  const { t } = useTranslation('statement-versions');
  const here = `/d/${dyad}/statements/${statement}`;
  return (
    <nav className="row statement-links" aria-label={t('links.label')}>
      <Link to={`${here}/versions`}>{t('links.versions')}</Link>
      <Link to={`${here}/suggestions`}>{t('links.suggestions')}</Link>
      <Link to={`${here}/history`}>{t('links.history')}</Link>
    </nav>
  );
}
