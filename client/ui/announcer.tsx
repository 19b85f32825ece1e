import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';

const Announce = createContext<(sentence: string) => void>(() => undefined);

/** Says things to people who do not see the page change, and briefly shows them to those who do. */
export function AnnouncerProvider({ children }: { children: ReactNode }): ReactNode {
  const [sentence, setSentence] = useState('');
  const announce = useCallback((next: string) => {
    setSentence(next);
    setTimeout(() => setSentence((current) => (current === next ? '' : current)), 6000);
  }, []);
  return (
    <Announce value={announce}>
      {children}
      <div className={sentence ? 'toast' : 'visually-hidden'} role="status" aria-live="polite">
        {sentence}
      </div>
    </Announce>
  );
}

export const useAnnounce = (): ((sentence: string) => void) => useContext(Announce);
