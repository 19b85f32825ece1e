import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage } from '../../../shared/language/language.js';
import type { CommitmentView } from '../../../shared/commitments/progress.schema.js';
import { addressOf } from '../../lib/api-client';
import { textIn } from '../../lib/format';

const inAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** How a commitment stands as an image, in the reader's language, and what shows it on pages of others. */
export function Badge({ commitment: { dyad, id, content } }: { commitment: CommitmentView }): ReactNode {
  const { t, i18n } = useTranslation(['commitments', 'dyads']);
  const language = isLanguage(i18n.language) ? i18n.language : 'en';
  const params = { dyad, commitment: id };
  const image = addressOf('GET /api/dyads/:dyad/commitments/:commitment/badge.svg', { params, query: { language } });
  const title = textIn(content.title, language) || `[${t('dyads:record.erased_words')}]`;
  const alt = t('badge.alt', { title });
  const { origin } = window.location;
  const code = `<a href="${origin}/d/${dyad}/commitments/${id}"><img src="${origin}${image}" alt="${inAttribute(alt)}"></a>`;
  return (
    <details className="badge no-print">
      <summary>{t('badge.title')}</summary>
      <p className="measure">{t('badge.what')}</p>
      <pre className="badge__code" dir="ltr">
        <code>{code}</code>
      </pre>
      <img src={image} alt={alt} loading="lazy" />
    </details>
  );
}
