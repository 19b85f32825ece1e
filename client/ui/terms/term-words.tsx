import type { ReactNode } from 'react';
import { noteId } from './contested-terms';

/** Contested words of a concept, where they stand in a text: they open its note. */
export function TermWords({ concept, children }: { concept: string; children: ReactNode }): ReactNode {
  return (
    <span className="term" data-term={concept} role="button" tabIndex={0} aria-describedby={noteId(concept)}>
      {children}
    </span>
  );
}
