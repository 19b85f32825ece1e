import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { commitmentLicence } from '../../../shared/commitments/commitment.rules.js';
import { isLanguage } from '../../../shared/language/language.js';
import { addressOf } from '../../lib/api-client';

/** The board as files, and under which licence. */
export function TakeAway({ dyad }: { dyad: string }): ReactNode {
  const { t, i18n } = useTranslation('commitments');
  const params = { dyad };
  const query = isLanguage(i18n.language) ? { language: i18n.language } : {};
  return (
    <section className="no-print" id="take">
      <h2>{t('take.title')}</h2>
      <p className="row">
        <a className="target-link" href={addressOf('GET /api/dyads/:dyad/commitments.csv', { params })} download>
          {t('take.csv')}
        </a>
        <a className="target-link" href={addressOf('GET /api/dyads/:dyad/commitments.json', { params })} download>
          {t('take.json')}
        </a>
        <a className="target-link" href={addressOf('GET /api/dyads/:dyad/commitments.ics', { params, query })}>
          {t('take.calendar')}
        </a>
        <a className="target-link" href={addressOf('GET /api/dyads/:dyad/commitments.atom', { params, query })}>
          {t('take.feed')}
        </a>
      </p>
      <p className="small soft">
        {t('take.licence')} <a href={commitmentLicence.url}>{commitmentLicence.id}</a>
      </p>
    </section>
  );
}
