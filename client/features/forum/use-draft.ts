import { useRef, useState } from 'react';
import { drafts } from '../../lib/drafts';
import { newKey } from '../../lib/idempotency';

const typingEveryMilliseconds = 3000;

/** What is sent. */
export interface Written {
  readonly text: string;
  readonly language: string;
  /** Whether the words may go to no translation engine of others. */
  readonly staysInside: boolean;
  readonly key: string;
}

export interface Draft {
  readonly text: string;
  readonly staysInside: boolean;
  readonly keepInside: (staysInside: boolean) => void;
  readonly write: (text: string) => void;
  readonly send: (language: string) => Promise<void>;
  readonly error: unknown;
  readonly busy: boolean;
}

interface DraftWish {
  readonly place: string;
  readonly initial?: string;
  readonly keptInside?: boolean;
  readonly send: (written: Written) => Promise<unknown>;
  readonly onTyping?: () => void;
}

/** The text under way: kept on this device with every letter, sent once, and let go only when the server has it. */
export function useDraft(wish: DraftWish): Draft {
  const [text, setText] = useState(() => drafts.read(wish.place) || wish.initial || '');
  const insideAt = `${wish.place}/inside`;
  const [staysInside, setInside] = useState(() => wish.keptInside === true || drafts.read(insideAt) !== '');
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
  const keepInside = (next: boolean) => {
    setInside(next);
    drafts.keep(insideAt, next ? 'yes' : '');
  };
  const send = async (language: string) => {
    if (busy || text.trim() === '') return;
    setBusy(true);
    setError(undefined);
    try {
      await wish.send({ text, language, staysInside, key: key.current });
      key.current = newKey();
      setText('');
      drafts.keep(wish.place, '');
      keepInside(wish.keptInside === true);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return { text, write, staysInside, keepInside, send, error, busy };
}
