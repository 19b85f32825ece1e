import { useSyncExternalStore } from 'react';

function watch(watcher: () => void): () => void {
  addEventListener('online', watcher);
  addEventListener('offline', watcher);
  return () => {
    removeEventListener('online', watcher);
    removeEventListener('offline', watcher);
  };
}

/** Whether the device has a network at all; that the server answers is another matter. */
export const useOnline = (): boolean => useSyncExternalStore(watch, () => navigator.onLine);
