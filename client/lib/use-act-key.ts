import { useRef } from 'react';
import { newKey } from './idempotency';

/** One key for one content: sent again after a lost answer it is the same act, and a changed one is another. */
export function useActKey(): (content: unknown) => string {
  const last = useRef({ content: '', key: '' });
  return (content) => {
    const text = JSON.stringify(content);
    if (last.current.content !== text) last.current = { content: text, key: newKey() };
    return last.current.key;
  };
}
