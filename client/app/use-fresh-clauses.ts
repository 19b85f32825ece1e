import { useEffect } from 'react';
import type { SharedDocument } from '../lib/shared-document';
import { useStream } from '../lib/use-stream';

const lookAgainMilliseconds = 600;

/** How far clauses are is asked again when something was told, and a moment after something was written. */
export function useFreshClauses(
  dyad: string,
  id: string,
  document: SharedDocument | undefined,
  refetch: () => Promise<unknown>,
): void {
  useStream({ dyad, stream: `statement:${id}`, seq: 0, onSignal: () => void refetch() });
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
