import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The numbers of the page to take away, by the addresses of both files. */
export function Downloads({ json, csv }: { json: string; csv: string }): ReactNode {
  const { t } = useTranslation('fairness');
  return (
    <div className="no-print">
      <p className="row">
        <a className="target-link" href={json} download>
          {t('done.json')}
        </a>
        <a className="target-link" href={csv} download>
          {t('done.csv')}
        </a>
      </p>
      <p className="small soft">{t('done.license')}</p>
    </div>
  );
}
