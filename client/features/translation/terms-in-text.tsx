import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../shared/language/language.js';
import { termFinder } from '../../../shared/translation/glossary-matching.rules.js';
import type { ConceptView } from '../../../shared/translation/glossary.schema.js';
import { Texts } from '../../ui/texts';

interface TermsInTextProps {
  readonly text: string;
  readonly language: string;
  readonly target: string;
  readonly concepts: readonly ConceptView[];
}

/** The words of a text that the glossary knows, with what they are called in the other language and what the sides say of them. */
export function TermsInText({ text, language, target, concepts }: TermsInTextProps): ReactNode {
  const { t } = useTranslation('translation');
  const sought = concepts.flatMap(({ id, terms }) =>
    terms.filter((term) => term.language === language).map((term) => ({ ...term, concept: id })),
  );
  const found = new Map(
    termFinder(language, sought)(text).map(({ concept, from, to }) => [concept, text.slice(from, to)]),
  );
  const known = concepts.filter(({ id }) => found.has(id));
  if (known.length === 0) return null;
  return (
    <section className="sheet stack">
      <h3>{t('write.terms')}</h3>
      <dl>
        {known.map(({ id, terms, note }) => (
          <div key={id}>
            <dt>
              <mark lang={language} dir={directionOf(language)}>
                {found.get(id)}
              </mark>{' '}
              {terms
                .filter((term) => term.language === target)
                .map(({ form, status }) => (
                  <span key={form} className={`term-form term-form--${status}`} lang={target} dir={directionOf(target)}>
                    {form}{' '}
                  </span>
                ))}
            </dt>
            <dd>
              <Texts texts={note} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
