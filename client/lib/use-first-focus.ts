import { useEffect, useRef, type RefObject } from 'react';

/**
 * Takes the cursor to the first field of a page that is there to be filled in, after the page itself has been given to
 * those who read by ear; nothing scrolls.
 */
export function useFirstFocus<Field extends HTMLElement>(): RefObject<Field | null> {
  const field = useRef<Field>(null);
  useEffect(() => {
    const soon = setTimeout(() => field.current?.focus({ preventScroll: true }));
    return () => clearTimeout(soon);
  }, []);
  return field;
}
