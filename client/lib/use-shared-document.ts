import { useMemo, useSyncExternalStore } from 'react';
import { SharedDocument, type SharedDocumentState } from './shared-document';

interface Opened {
  readonly document: SharedDocument | undefined;
  readonly state: SharedDocumentState;
}

const nothing: Opened = { document: undefined, state: { saving: 'connecting', role: undefined, loaded: false } };

/** A document that is open as long as somebody watches it. */
class Watched {
  private opened = nothing;
  private readonly id: string;

  constructor(id: string) {
    this.id = id;
  }

  readonly watch = (watcher: () => void): (() => void) => {
    const document = new SharedDocument(this.id);
    const take = (): void => {
      this.opened = { document, state: document.getState() };
    };
    take();
    const leave = document.watch(() => {
      take();
      watcher();
    });
    return () => {
      leave();
      document.destroy();
      this.opened = nothing;
    };
  };

  readonly now = (): Opened => this.opened;
}

/** Opens a document as long as the component is shown. */
export function useSharedDocument(id: string): Opened {
  const watched = useMemo(() => new Watched(id), [id]);
  return useSyncExternalStore(watched.watch, watched.now);
}
