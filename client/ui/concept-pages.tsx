import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../shared/language/language.js';
import type { ConceptView } from '../../shared/translation/glossary.schema.js';
import { languageName } from '../lib/format';
import { Sentence } from './texts';
import './concept-pages.css';

type Term = ConceptView['terms'][number];

interface ConceptPagesProps {
  readonly content: Pick<ConceptView, 'terms' | 'note'>;
  /** The languages of both sides, in the order in which they stand for this reader. */
  readonly languages: readonly string[];
  /** With all by which its words are found in texts, for those who decide about it. */
  readonly complete?: boolean;
}

/** An entry of the glossary: the words of both sides facing each other, how they stand, and what is said of them. */
export function ConceptPages({ content, languages, complete = false }: ConceptPagesProps): ReactNode {
  const { t, i18n } = useTranslation(['glossary', 'dyads']);
  const { terms, note } = content;
  const own = languages.includes(i18n.language) ? undefined : note[i18n.language];
  return (
    <div className="concept">
      <div className="concept__pages">
        {languages.map((language) => (
          // The page stands in the reader's direction and what is on it in its own, so that the line stays between them.
          <div key={language} className="concept__page">
            <section lang={language} dir={directionOf(language)}>
              <p className="concept__language">
                <bdi lang={i18n.language}>{languageName(i18n.language, language)}</bdi>
              </p>
              <ul className="plain-list concept__terms">
                {terms
                  .filter((term) => term.language === language)
                  .map((term) => (
                    <TermLine key={term.form} term={term} complete={complete} />
                  ))}
              </ul>
              <p className="concept__note">{note[language]}</p>
            </section>
          </div>
        ))}
      </div>
      {own !== undefined && (
        <p className="small soft">
          {t('dyads:charter.for_convenience', { language: languageName(i18n.language, i18n.language) })}: {own}
        </p>
      )}
    </div>
  );
}

function TermLine({ term, complete }: { term: Term; complete: boolean }): ReactNode {
  const { t, i18n } = useTranslation('glossary');
  const { language, form, forms, stems, status } = term;
  const inList = (words: readonly string[]) => ({
    words: { [language]: new Intl.ListFormat(language, { type: 'unit', style: 'short' }).format(words) },
  });
  return (
    <li>
      <p className="concept__term">
        <dfn className={`term-form term-form--${status}`}>{form}</dfn>{' '}
        <span className="tag" lang={i18n.language} dir={i18n.dir()}>
          {t(`status.${status}`)}
        </span>
      </p>
      {complete && forms.length > 0 && (
        <p className="small soft" lang={i18n.language} dir={i18n.dir()}>
          <Sentence texts={inList(forms)} say={(places) => t('forms', places)} />
        </p>
      )}
      {complete && stems.length > 0 && (
        <p className="small soft" lang={i18n.language} dir={i18n.dir()}>
          <Sentence texts={inList(stems)} say={(places) => t('stems', places)} />
        </p>
      )}
    </li>
  );
}
