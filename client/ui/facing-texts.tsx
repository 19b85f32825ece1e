import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../shared/language/language.js';
import { languageName } from '../lib/format';
import './facing-texts.css';

/** Two texts of equal weight on facing pages, each in its language and direction; on a phone one below the other. */
export function FacingTexts({
  languages,
  page,
}: {
  languages: readonly string[];
  page: (language: string) => ReactNode;
}): ReactNode {
  const { i18n } = useTranslation();
  return (
    <div className="facing">
      {languages.map((language) => (
        // The page stands in the reader's direction and what is on it in its own, so that the line stays between them.
        <div key={language} className="facing__page">
          <section lang={language} dir={directionOf(language)}>
            <p className="facing__language">
              <bdi lang={i18n.language}>{languageName(i18n.language, language)}</bdi>
            </p>
            {page(language)}
          </section>
        </div>
      ))}
    </div>
  );
}
