import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';

/** Where people were on the pages they came from, by the key of each visit. */
const places = new Map<string, number>();
/** How long a page may take to hold what was sought. */
const patienceMs = 5000;

/**
 * Where a page begins: at its top, read out from there; at the place a link names, once it is there; or, on the way back,
 * where one was. The first page is left to the browser, so that the first press of Tab finds the way to the content.
 */
export function usePlace(main: RefObject<HTMLElement | null>): void {
  const { pathname, hash, key } = useLocation();
  const isReturn = useNavigationType() === NavigationType.Pop;
  const shown = useRef<string>(undefined);
  // Before anything is painted: a shorter page moves the reader up, and that is no place where they were on this one.
  useLayoutEffect(() => {
    const note = (): unknown => places.set(key, scrollY);
    addEventListener('scroll', note, { passive: true });
    return () => removeEventListener('scroll', note);
  }, [key]);
  useEffect(() => {
    const before = shown.current;
    shown.current = pathname;
    // On one page, a link to a place in it is the browser's to follow.
    if (before === pathname) return undefined;
    if (before !== undefined) main.current?.focus({ preventScroll: true });
    if (hash) return whenPossible(main.current, () => showTarget(hash));
    const place = isReturn ? (places.get(key) ?? 0) : 0;
    if (place > 0) return whenPossible(main.current, () => showPlace(place));
    if (before !== undefined) scrollTo(0, 0);
    return undefined;
  }, [pathname, hash, key, isReturn, main]);
}

/** Goes to what a link names, as the browser would have, had it been there when the page was opened. */
function showTarget(hash: string): boolean {
  if (!document.getElementById(decodeURIComponent(hash.slice(1)))) return false;
  location.replace(hash);
  return true;
}

function showPlace(place: number): boolean {
  if (document.documentElement.scrollHeight < place + innerHeight) return false;
  scrollTo(0, place);
  return true;
}

/** Tries until it works, each time that the page grows; not against somebody who is already on their way. */
function whenPossible(main: HTMLElement | null, attempt: () => boolean): () => void {
  const observer = new ResizeObserver(() => attempt() && stop());
  const timer = setTimeout(() => stop(), patienceMs);
  const stop = (): void => {
    observer.disconnect();
    clearTimeout(timer);
    for (const sign of ['wheel', 'touchstart', 'keydown']) removeEventListener(sign, stop);
  };
  for (const sign of ['wheel', 'touchstart', 'keydown']) addEventListener(sign, stop, { passive: true });
  if (main) observer.observe(main);
  return stop;
}
