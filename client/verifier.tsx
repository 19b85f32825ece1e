// The verifier as one file, for whoever does not want to take it from the server that keeps the record: no request leaves
// it before its reader asks a log.
import { StrictMode, useEffect, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { useTranslation } from 'react-i18next';
import { isLanguage, languages } from '../shared/language/language.js';
import { Verifier } from './features/verify/verifier';
import { beginWith, dressDocument, firstLanguage } from './lib/interface-language';
import { verifierSentences } from './lib/verifier-sentences';
import './ui/base.css';
import './ui/controls.css';
import './ui/print.css';

function VerifierPage(): ReactNode {
  const { t, i18n } = useTranslation(['verify', 'common']);
  useEffect(() => {
    document.title = t('title');
  }, [t, i18n.language]);
  return (
    <main className="verifier-page">
      <label className="row no-print">
        <span>{t('common:nav.language')}</span>
        <select
          className="verifier-page__language"
          value={i18n.language}
          onChange={({ target }) => {
            if (!isLanguage(target.value)) return;
            dressDocument(target.value);
            void i18n.changeLanguage(target.value);
          }}
        >
          {Object.keys(verifierSentences)
            .filter(isLanguage)
            .map((code) => (
              <option key={code} value={code} lang={code} dir={languages[code].direction}>
                {languages[code].name}
              </option>
            ))}
        </select>
      </label>
      <h1>{t('title')}</h1>
      <p className="measure lede">{t('what')}</p>
      <Verifier />
      <p className="measure soft">{t('served.alone')}</p>
    </main>
  );
}

const first = firstLanguage();
await beginWith(first in verifierSentences ? first : 'en', verifierSentences);
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <VerifierPage />
    </StrictMode>,
  );
}
