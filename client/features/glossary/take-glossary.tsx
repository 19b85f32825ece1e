import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../lib/api-client';

const files = {
  TBX: 'GET /api/dyads/:dyad/glossary.tbx',
  CSV: 'GET /api/dyads/:dyad/glossary.csv',
} as const;

/** A version of the glossary as files for other programs, for everybody. */
export function TakeGlossary({ dyad, version }: { dyad: string; version: number }): ReactNode {
  const { t } = useTranslation('glossary-files');
  return (
    <details className="glossary-part no-print">
      <summary>
        <h2>{t('files.title')}</h2>
      </summary>
      <div className="stack">
        <p className="measure">{t('files.what')}</p>
        <p className="row">
          {Object.entries(files).map(([name, route]) => (
            <a key={name} href={addressOf(route, { params: { dyad }, query: { version } })} download>
              {name}
            </a>
          ))}
        </p>
      </div>
    </details>
  );
}
