import { useEffect, useSyncExternalStore } from 'react';

let shown = 0;
const watchers = new Set<() => void>();

function change(by: 1 | -1): void {
  shown += by;
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Says, while a text is shown that one can write in with marks, that its keys work on the page. */
export function useWritingKeys(work: boolean): void {
  useEffect(() => {
    if (!work) return undefined;
    change(1);
    return () => change(-1);
  }, [work]);
}

/** Whether the keys of such a text work on the page as it is. */
export const useHasWritingKeys = (): boolean => useSyncExternalStore(watch, () => shown > 0);
