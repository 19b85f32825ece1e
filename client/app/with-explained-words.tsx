import { useEffect, useState, type ReactNode } from 'react';
import { useGlossary } from '../features/glossary/api';
import { withAllSentences } from '../lib/i18n';
import { asWritten, ShownWords } from '../ui/rich-text';
import type { ExplainedWords } from './explained-words';

const nothing: ExplainedWords = { show: asWritten, notes: null };

/** Texts of members with the contested words of their dyad explained. */
export function WithExplainedWords({ dyad, children }: { dyad: string; children: ReactNode }): ReactNode {
  const { show, notes } = useExplainedWords(dyad);
  return (
    <>
      <ShownWords value={show}>{children}</ShownWords>
      {notes}
    </>
  );
}

/**
 * Contested words of a dyad, to be explained in its posts. What explains them comes after the posts, and only where the
 * glossary has a contested word; without a network the words stand alone.
 */
function useExplainedWords(dyad: string): ExplainedWords {
  const [explained, explain] = useState(nothing);
  const concepts = useGlossary(dyad).data?.concepts;
  useEffect(() => {
    const isNeeded = concepts?.some(({ terms }) => terms.some(({ status }) => status === 'contested'));
    if (!concepts || !isNeeded) return undefined;
    let isWanted = true;
    withAllSentences(import('./explained-words')).then(
      ({ explainedWords }) => isWanted && explain(explainedWords(dyad, concepts)),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [dyad, concepts]);
  return explained;
}
