import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../shared/language/language.js';
import type { ConceptView, Term } from '../../../shared/translation/glossary.schema.js';
import { Button } from '../../ui/button';
import { Texts } from '../../ui/texts';
import { isDoubtful } from './marked-terms';
import type { FoundTerm } from './text-terms';

interface TermsInTextProps {
  readonly text: string;
  readonly language: string;
  readonly target: string;
  readonly concepts: readonly ConceptView[];
  readonly find: (text: string) => readonly FoundTerm[];
  /** Puts a word into what is written. */
  readonly put: (words: string) => void;
}

/** The words of a text that the glossary knows, with what they are called in the other language and what the sides say of them. */
export function TermsInText({ text, language, target, concepts, find, put }: TermsInTextProps): ReactNode {
  const { t } = useTranslation(['translation', 'glossary']);
  const found = new Map(find(text).map((one) => [one.concept, one]));
  const known = concepts.filter(({ id }) => found.has(id));
  if (known.length === 0) return null;
  return (
    <section className="sheet stack">
      <h3>{t('write.terms')}</h3>
      <dl>
        {known.map(({ id, terms, note }) => (
          <div key={id} className="stack">
            <dt>
              <Found text={text} language={language} found={found.get(id)} />
            </dt>
            <dd className="row">
              {terms
                .filter((term) => term.language === target)
                .map((term) => (
                  <Form key={term.form} term={term} put={put} />
                ))}
            </dd>
            <dd className="small">
              <Texts texts={note} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Found({
  text,
  language,
  found,
}: Pick<TermsInTextProps, 'text' | 'language'> & { readonly found: FoundTerm | undefined }): ReactNode {
  const { t } = useTranslation('glossary');
  if (!found) return null;
  return (
    <>
      <span lang={language} dir={directionOf(language)} className={`found-term found-term--${found.status}`}>
        {text.slice(found.from, found.to)}
      </span>{' '}
      {isDoubtful(found.status) && <span className="tag">{t(`status.${found.status}`)}</span>}
    </>
  );
}

/** A form that one can put in; one that both sides keep out of their texts is only told. */
function Form({ term: { form, language, status }, put }: Pick<TermsInTextProps, 'put'> & { term: Term }): ReactNode {
  const { t } = useTranslation(['translation', 'glossary']);
  const written = (
    <span lang={language} dir={directionOf(language)} className={`term-form term-form--${status}`}>
      {form}
    </span>
  );
  return (
    <>
      {status === 'forbidden' ? (
        written
      ) : (
        <Button aria-label={t('write.put_in', { words: form })} onClick={() => put(form)}>
          {written}
        </Button>
      )}
      {isDoubtful(status) && <span className="tag">{t(`glossary:status.${status}`)}</span>}
    </>
  );
}
