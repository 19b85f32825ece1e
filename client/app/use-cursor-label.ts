import { useCallback, useEffect, useRef } from 'react';
import type { CursorLabel } from '../features/statements/text-extensions';
import { shownName } from '../lib/shown-names';
import type { useSideName } from './use-reader';

/** Who writes at a cursor. The same function for as long as the page is shown: another would begin the editors anew. */
export function useCursorLabel(sideName: ReturnType<typeof useSideName>): CursorLabel {
  const latest = useRef(sideName);
  useEffect(() => {
    latest.current = sideName;
  });
  return useCallback(
    ({ name = '', side }) =>
      side === undefined ? shownName(name) : `${latest.current(side).slice(0, 1)} ${shownName(name)}`,
    [],
  );
}
