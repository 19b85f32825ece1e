import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundTerm } from './text-terms';
import './translation.css';

interface MarkedTermsProps {
  readonly text: string;
  readonly find: (text: string) => readonly FoundTerm[];
}

/** A run of words with those of the glossary marked where they stand; the form of the mark says how the sides see them. */
export function MarkedTerms({ text, find }: MarkedTermsProps): ReactNode {
  const { t, i18n } = useTranslation('glossary');
  const found = find(text);
  return (
    <>
      {found.map(({ from, to, status }, at) => (
        <Fragment key={from}>
          {text.slice(found[at - 1]?.to ?? 0, from)}
          <mark className={`found-term found-term--${status}`}>
            {text.slice(from, to)}
            {isDoubtful(status) && (
              <span className="visually-hidden" lang={i18n.language} dir={i18n.dir()}>
                {' '}
                ({t(`status.${status}`)})
              </span>
            )}
          </mark>
        </Fragment>
      ))}
      {text.slice(found.at(-1)?.to ?? 0)}
    </>
  );
}

/** What a translator should know before they write the word. */
export const isDoubtful = (status: FoundTerm['status']): boolean => status === 'contested' || status === 'forbidden';
