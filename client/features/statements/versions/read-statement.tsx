import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClauseOf } from '../../../../shared/statements/statement-changes.js';
import { TextWithTerms } from '../terms/explained-words';
import { ComparedText } from './compared-text';
import { FacingSides } from './facing-sides';

interface ReadStatementProps {
  readonly clauses: readonly ClauseOf[];
  readonly languageOf: { readonly a: string; readonly b: string };
  readonly own: string;
}

/** All clauses in both texts, to be read only. */
export function ReadStatement({ clauses, languageOf, own }: ReadStatementProps): ReactNode {
  const { t } = useTranslation('statements');
  return clauses.map(({ id, texts }, at) => (
    <article key={id} className="clause sheet">
      <h3>{t('clause.number', { number: at + 1 })}</h3>
      <FacingSides
        languageOf={languageOf}
        own={own}
        page={(side) => (
          <TextWithTerms language={languageOf[side]}>
            <ComparedText before={texts[side]} after={texts[side]} />
          </TextWithTerms>
        )}
      />
    </article>
  ));
}
