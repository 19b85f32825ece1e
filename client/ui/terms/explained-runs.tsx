import { Fragment, type ReactNode } from 'react';
import { noteId, type ContestedTerms } from './contested-terms';

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
            <span className="term" data-term={concept} role="button" tabIndex={0} aria-describedby={noteId(concept)}>
              {words.slice(from, to)}
            </span>
          </Fragment>
        ))}
        {words.slice(places.at(-1)?.to)}
      </>
    );
  };
