import { useEffect, useRef, useSyncExternalStore } from 'react';
import { shortcutKeys, type ShortcutKey } from './shortcut-keys';

type Acts = Readonly<Partial<Record<ShortcutKey, () => void>>>;
/** What a part of the page does on keys, as of its last rendering. */
interface Listener {
  acts: Acts;
}

const listeners = new Set<Listener>();
const watchers = new Set<() => void>();
let known: readonly ShortcutKey[] = [];

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Letters wait while somebody writes or a dialog is open; Escape never does, since people leave by it. */
function isHeard(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  return event.key === 'Escape' || (!isTextField(event.target) && !document.querySelector('dialog[open]'));
}

function press(event: KeyboardEvent): void {
  if (!isHeard(event)) return;
  for (const { acts } of listeners) {
    const act = acts[event.key as ShortcutKey];
    if (!act) continue;
    // Escape keeps what the browser does with it: it closes a dialog, too.
    if (event.key !== 'Escape') event.preventDefault();
    act();
  }
}

function retell(): void {
  known = shortcutKeys.filter((key) => [...listeners].some(({ acts }) => acts[key]));
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Single keys for those who use them much; they stand in the list under `?` while the page that knows them is shown. */
export function useShortcuts(acts: Acts): void {
  const listener = useRef<Listener>({ acts });
  useEffect(() => {
    listener.current.acts = acts;
  });
  useEffect(() => {
    const { current } = listener;
    if (listeners.size === 0) addEventListener('keydown', press);
    listeners.add(current);
    retell();
    return () => {
      listeners.delete(current);
      if (listeners.size === 0) removeEventListener('keydown', press);
      retell();
    };
  }, []);
}

/** The keys that do something on the page as it is. */
export const useKnownKeys = (): readonly ShortcutKey[] => useSyncExternalStore(watch, () => known);
