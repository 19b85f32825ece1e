import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../shared/language/language.js';
import { languageName } from '../../lib/format';
import './stewards.css';

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
        <section key={language} className="facing__page" lang={language} dir={directionOf(language)}>
          <p className="facing__language" lang={i18n.language} dir={directionOf(i18n.language)}>
            {languageName(i18n.language, language)}
          </p>
          {page(language)}
        </section>
      ))}
    </div>
  );
}
