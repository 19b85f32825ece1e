import { useRef, useState } from 'react';
import { drafts } from '../../lib/drafts';
import { newKey } from '../../lib/idempotency';

const typingEveryMilliseconds = 3000;

export interface Draft {
  readonly text: string;
  readonly write: (text: string) => void;
  readonly send: (language: string) => Promise<void>;
  readonly error: unknown;
  readonly busy: boolean;
}

interface DraftWish {
  readonly place: string;
  readonly initial?: string;
  readonly send: (written: { text: string; language: string; key: string }) => Promise<unknown>;
  readonly onTyping?: () => void;
}

/** The text under way: kept on this device with every letter, sent once, and let go only when the server has it. */
export function useDraft(wish: DraftWish): Draft {
  const [text, setText] = useState(() => drafts.read(wish.place) || wish.initial || '');
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const key = useRef(newKey());
  const typed = useRef(0);
  const write = (next: string) => {
    setText(next);
    drafts.keep(wish.place, next);
    if (Date.now() - typed.current > typingEveryMilliseconds) {
      typed.current = Date.now();
      wish.onTyping?.();
    }
  };
  const send = async (language: string) => {
    if (busy || text.trim() === '') return;
    setBusy(true);
    setError(undefined);
    try {
      await wish.send({ text, language, key: key.current });
      key.current = newKey();
      setText('');
      drafts.keep(wish.place, '');
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return { text, write, send, error, busy };
}
