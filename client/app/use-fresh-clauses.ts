import { useEffect } from 'react';
import type { SharedDocument } from '../lib/shared-document';
import { useStream } from '../lib/use-stream';

const lookAgainMilliseconds = 600;

interface Fresh {
  readonly dyad: string;
  readonly statement: string;
  readonly document: SharedDocument | undefined;
  /** Up to where it was told when the page was read; nothing is followed before that is known. */
  readonly told: number | undefined;
  readonly refetch: () => Promise<unknown>;
}

/** How far clauses are is asked again when something was told, and a moment after something was written. */
export function useFreshClauses({ dyad, statement, document, told, refetch }: Fresh): void {
  const again = () => void refetch();
  useStream({ dyad, stream: `statement:${statement}`, seq: told, onSignal: again, onEnded: again });
  useEffect(() => {
    let timer = 0;
    const later = (): void => {
      clearTimeout(timer);
      timer = window.setTimeout(() => void refetch(), lookAgainMilliseconds);
    };
    document?.doc.on('update', later);
    return () => {
      clearTimeout(timer);
      document?.doc.off('update', later);
    };
  }, [document, refetch]);
}
