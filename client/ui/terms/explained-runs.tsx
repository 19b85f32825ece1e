import { Fragment, type ReactNode } from 'react';
import type { ContestedTerms } from './contested-terms';
import { TermWords } from './term-words';

/** Shows runs of words with the contested ones underlined; each opens its note. */
export const explainedRuns =
  (terms: ContestedTerms) =>
  (words: string, language: string): ReactNode => {
    const places = terms.finder(language)(words);
    if (places.length === 0) return words;
    return (
      <>
        {places.map(({ from, to, concept }, at) => (
          <Fragment key={from}>
            {words.slice(places[at - 1]?.to ?? 0, from)}
            <TermWords concept={concept}>{words.slice(from, to)}</TermWords>
          </Fragment>
        ))}
        {words.slice(places.at(-1)?.to)}
      </>
    );
  };
