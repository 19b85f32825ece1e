import { useEffect, useState, useSyncExternalStore } from 'react';
import { SharedDocument, type SharedDocumentState } from './shared-document';

const nothing: SharedDocumentState = { saving: 'connecting', role: undefined, loaded: false };
const watchNothing = (): (() => void) => () => undefined;

/** Opens a document as long as the component is shown. */
export function useSharedDocument(id: string): { document: SharedDocument | undefined; state: SharedDocumentState } {
  const [document, setDocument] = useState<SharedDocument>();
  useEffect(() => {
    const opened = new SharedDocument(id);
    setDocument(opened);
    return () => {
      setDocument(undefined);
      opened.destroy();
    };
  }, [id]);
  const state = useSyncExternalStore(document?.watch ?? watchNothing, document?.getState ?? (() => nothing));
  return { document, state };
}
